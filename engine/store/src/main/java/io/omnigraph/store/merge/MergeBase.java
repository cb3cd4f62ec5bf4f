package io.omnigraph.store.merge;

import io.omnigraph.store.commit.CommitRecord;
import io.omnigraph.store.commit.GraphStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The commit that two heads have in common: of all their common ancestors, both parents of merges
 * followed, the one with the smallest sum of distances, and of those the one with the highest
 * version.
 */
public final class MergeBase {

  private final GraphStore store;
  private final Ancestry ours;
  private final Ancestry theirs;
  private @Nullable CommitRecord best;
  private int bestSum = Integer.MAX_VALUE;

  private MergeBase(GraphStore store, CommitRecord ours, CommitRecord theirs) {
    this.store = store;
    this.ours = new Ancestry(ours);
    this.theirs = new Ancestry(theirs);
  }

  /** The base of two heads; empty when they have no ancestor in common. */
  public static Optional<CommitRecord> of(
      GraphStore store, CommitRecord ours, CommitRecord theirs) {
    return new MergeBase(store, ours, theirs).search();
  }

  private Optional<CommitRecord> search() {
    theirs.frontier.forEach(this::meet);
    // INVARIANT: after step n both know all ancestors up to distance n, so that one that is not
    // known yet has a sum above n.
    for (int distance = 1; distance <= bestSum && !isExhausted(); distance++) {
      ours.advance(store, distance).forEach(this::meet);
      theirs.advance(store, distance).forEach(this::meet);
    }
    return Optional.ofNullable(best);
  }

  private boolean isExhausted() {
    return ours.frontier.isEmpty() && theirs.frontier.isEmpty();
  }

  private void meet(CommitRecord commit) {
    Integer one = ours.distances.get(commit.id());
    Integer other = theirs.distances.get(commit.id());
    if (one == null || other == null) {
      return;
    }
    int sum = one + other;
    CommitRecord known = best;
    if (known == null || sum < bestSum || (sum == bestSum && commit.version() > known.version())) {
      best = commit;
      bestSum = sum;
    }
  }

  /** The ancestors of a head that are known so far. */
  private static final class Ancestry {

    private final Map<String, Integer> distances = new HashMap<>();
    private List<CommitRecord> frontier;

    Ancestry(CommitRecord head) {
      distances.put(head.id(), 0);
      frontier = List.of(head);
    }

    List<CommitRecord> advance(GraphStore store, int distance) {
      List<CommitRecord> next = new ArrayList<>();
      for (CommitRecord commit : frontier) {
        Stream.of(Optional.ofNullable(commit.parent()), Optional.ofNullable(commit.mergedParent()))
            .flatMap(Optional::stream)
            .filter(id -> distances.putIfAbsent(id, distance) == null)
            .flatMap(id -> store.commit(id).stream())
            .forEach(next::add);
      }
      frontier = next;
      return next;
    }
  }
}
