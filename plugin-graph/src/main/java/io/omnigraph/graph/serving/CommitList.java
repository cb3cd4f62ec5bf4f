package io.omnigraph.graph.serving;

import io.omnigraph.graph.Graph;
import io.omnigraph.graph.NoSuchTargetException;
import io.omnigraph.graph.commit.Commit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of a branch's history, newest commit first. */
public record CommitList(List<CommitView> commits) {

  public CommitList {
    commits = List.copyOf(commits);
  }

  /**
   * Reads a page.
   *
   * @param limit the most commits that are returned
   * @param before the id of the commit that the page ends before, which is the last one of the page
   *     ahead of it; absent for the first page
   * @throws NoSuchTargetException when there is no such branch, or the commit is not in its history
   */
  public static CommitList of(Graph graph, String branch, long limit, @Nullable String before) {
    List<Commit> history = graph.history(branch);
    int first = before == null ? 0 : after(history, branch, before);
    return new CommitList(history.stream().skip(first).limit(limit).map(CommitView::of).toList());
  }

  private static int after(List<Commit> history, String branch, String id) {
    for (int i = 0; i < history.size(); i++) {
      if (history.get(i).id().equals(id)) {
        return i + 1;
      }
    }
    throw new NoSuchTargetException("commit '" + id + "' not found in branch '" + branch + "'");
  }
}
