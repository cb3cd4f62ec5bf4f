package io.omnigraph.plugin.graph.serving;

import io.omnigraph.graph.Graph;
import io.omnigraph.graph.NoSuchTargetException;
import io.omnigraph.graph.commit.HistoryPage;
import java.util.List;

/** A page of a branch's history, newest commit first. */
public record CommitList(List<CommitView> commits) {

  public CommitList {
    commits = List.copyOf(commits);
  }

  /**
   * Reads a page.
   *
   * @throws NoSuchTargetException when there is no such branch, or the commit that the page is to
   *     follow is not in its history
   */
  public static CommitList of(Graph graph, HistoryPage page) {
    return new CommitList(graph.history(page).stream().map(CommitView::of).toList());
  }
}
