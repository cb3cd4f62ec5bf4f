package io.omnigraph.store;

import io.omnigraph.graph.BranchNames;
import io.omnigraph.graph.DamagedGraphException;
import io.omnigraph.graph.NoSuchTargetException;
import io.omnigraph.graph.commit.Commit;
import io.omnigraph.graph.commit.HistoryPage;
import io.omnigraph.graph.commit.Tag;
import io.omnigraph.graph.failure.GraphFailure.Thing;
import io.omnigraph.graph.failure.GraphFailureException;
import io.omnigraph.graph.snapshot.ReadTarget;
import io.omnigraph.store.commit.CommitRecord;
import io.omnigraph.store.commit.GraphStore;
import io.omnigraph.store.commit.Head;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The commits that branches and tags reach. */
final class History {

  private static final Comparator<CommitRecord> NEWEST_FIRST =
      Comparator.comparingLong(CommitRecord::createdAtMicros)
          .thenComparingLong(CommitRecord::version)
          .thenComparing(CommitRecord::id)
          .reversed();

  private final GraphStore store;

  History(GraphStore store) {
    this.store = store;
  }

  /** The head of a branch. */
  Head head(String branch) {
    return store.head(branch).orElseThrow(() -> missing(branch));
  }

  /** Every graph has {@code main}, so one without it is damaged. */
  private static GraphFailureException missing(String branch) {
    return branch.equals(BranchNames.MAIN)
        ? new DamagedGraphException("branch `main` not found")
        : new NoSuchTargetException(Thing.BRANCH, "branch '" + branch + "' not found");
  }

  /** The commit of a target. */
  CommitRecord at(ReadTarget target) {
    return switch (target) {
      case ReadTarget.Branch(var name) -> head(name).commit();
      case ReadTarget.AtCommit(var id) ->
          reachable(id)
              .orElseThrow(
                  () -> new NoSuchTargetException(Thing.COMMIT, "commit '" + id + "' not found"));
      case ReadTarget.Tag(var name) ->
          tagged(
              store
                  .tags()
                  .find(name)
                  .orElseThrow(
                      () -> new NoSuchTargetException(Thing.TAG, "tag '" + name + "' not found")));
      case ReadTarget.AtTime(var branch, var at) -> at(branch, at);
    };
  }

  /** A commit, if a branch or a tag reaches it. */
  Optional<CommitRecord> reachable(String id) {
    return store
        .commit(id)
        .filter(commit -> commit.branch().equals(BranchNames.MAIN) || reached().contains(id));
  }

  /** A part of history, newest first. */
  List<Commit> page(HistoryPage page) {
    String branch = page.branch();
    Iterator<CommitRecord> commits = branch == null ? everything() : line(head(branch).commit());
    String before = page.before();
    if (before != null) {
      skipPast(commits, before, branch);
    }
    List<Commit> found = new ArrayList<>();
    while (found.size() < page.limit() && commits.hasNext()) {
      found.add(commits.next().toCommit());
    }
    return List.copyOf(found);
  }

  private CommitRecord at(String branch, Instant instant) {
    long micros = ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    Iterator<CommitRecord> line = line(head(branch).commit());
    while (line.hasNext()) {
      CommitRecord commit = line.next();
      if (commit.createdAtMicros() <= micros) {
        return commit;
      }
    }
    throw new NoSuchTargetException(
        Thing.COMMIT, "branch '" + branch + "' has no commit at or before " + instant);
  }

  private CommitRecord tagged(Tag tag) {
    return store
        .commit(tag.commit())
        .orElseThrow(() ->
            new DamagedGraphException(
                "commit '%s' of tag '%s' not found".formatted(tag.commit(), tag.name())));
  }

  private void skipPast(Iterator<CommitRecord> commits, String id, @Nullable String branch) {
    while (commits.hasNext()) {
      if (commits.next().id().equals(id)) {
        return;
      }
    }
    throw new NoSuchTargetException(
        Thing.COMMIT,
        branch == null
            ? "commit '" + id + "' not found"
            : "commit '" + id + "' not found in branch '" + branch + "'");
  }

  /** A commit and those before it on its branch, and on the branch that this was created from. */
  private Iterator<CommitRecord> line(CommitRecord head) {
    return Stream.iterate(
            Optional.of(head),
            Optional::isPresent,
            commit -> commit.map(CommitRecord::parent).flatMap(store::commit))
        .flatMap(Optional::stream)
        .iterator();
  }

  private Iterator<CommitRecord> everything() {
    return walk(store.named().branches().values().stream().map(ref -> store.head(ref).commit()))
        .stream()
        .sorted(NEWEST_FIRST)
        .iterator();
  }

  private Set<String> reached() {
    Set<String> ids = new HashSet<>();
    walk(store.named().commits().stream().flatMap(id -> store.commit(id).stream()))
        .forEach(commit -> ids.add(commit.id()));
    return ids;
  }

  private List<CommitRecord> walk(Stream<CommitRecord> from) {
    List<CommitRecord> found = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    Deque<CommitRecord> next = new ArrayDeque<>();
    from.filter(commit -> seen.add(commit.id())).forEach(next::add);
    while (!next.isEmpty()) {
      CommitRecord commit = next.remove();
      found.add(commit);
      Stream.of(Optional.ofNullable(commit.parent()), Optional.ofNullable(commit.mergedParent()))
          .flatMap(Optional::stream)
          .filter(seen::add)
          .flatMap(id -> store.commit(id).stream())
          .forEach(next::add);
    }
    return found;
  }
}
