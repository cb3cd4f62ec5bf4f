package io.omnigraph.store.maintenance;

import io.omnigraph.graph.DamagedGraphException;
import io.omnigraph.graph.maintenance.CleanupRequest;
import io.omnigraph.store.commit.CommitRecord;
import io.omnigraph.store.commit.GraphStore;
import io.omnigraph.store.commit.NamedStates;
import io.omnigraph.store.merge.MergeBase;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The history of a graph, and which of its commits keep their rows.
 *
 * @param history every commit that branches and tags lead to, by id
 * @param kept ids of those that are to be readable
 */
record Retention(Map<String, CommitRecord> history, Set<String> kept) {

  /** The history of a graph, kept but for what earlier cleanups have given up. */
  static Retention everything(GraphStore store, NamedStates named) {
    Map<String, CommitRecord> history = history(store, named);
    Set<String> kept = new TreeSet<>(history.keySet());
    kept.removeAll(store.releases().all());
    kept.addAll(named.commits());
    kept.retainAll(history.keySet());
    return new Retention(history, kept);
  }

  /**
   * What a request leaves.
   *
   * @param pinned commits that somebody reads
   * @throws DamagedGraphException when it cannot be told what a branch or a tag needs
   */
  static Retention of(
      GraphStore store,
      NamedStates named,
      Set<String> pinned,
      CleanupRequest request,
      Instant now) {
    Map<String, CommitRecord> history = history(store, named);
    requireNamed(history, named);
    Set<String> kept = new TreeSet<>(named.commits());
    kept.addAll(pinned);
    List<CommitRecord> heads =
        named.branches().values().stream().map(ref -> store.head(ref).commit()).toList();
    heads.forEach(head -> keepNewest(history, head, request, now, kept));
    keepBases(store, heads, kept);
    kept.retainAll(history.keySet());
    Set<String> gone = store.releases().all();
    gone.removeAll(named.commits());
    kept.removeAll(gone);
    return new Retention(history, kept);
  }

  /** Datasets that a schema change has destroyed; no commit is read from them. */
  Set<String> destroyed() {
    Set<String> destroyed = new TreeSet<>();
    history.values().forEach(commit -> destroyed.addAll(commit.destroyed()));
    return destroyed;
  }

  /** The commits that are not kept. */
  List<CommitRecord> given() {
    return history.values().stream().filter(commit -> !kept.contains(commit.id())).toList();
  }

  /** The commits that are kept. */
  List<CommitRecord> keptCommits() {
    return history.values().stream().filter(commit -> kept.contains(commit.id())).toList();
  }

  private static void requireNamed(Map<String, CommitRecord> history, NamedStates named) {
    named
        .tags()
        .forEach((tag, commit) -> {
          if (!history.containsKey(commit)) {
            throw new DamagedGraphException(
                "tag `%s` points to commit %s, which is not found".formatted(tag, commit));
          }
        });
  }

  private static Map<String, CommitRecord> history(GraphStore store, NamedStates named) {
    Map<String, CommitRecord> history = new LinkedHashMap<>();
    Deque<String> next = new ArrayDeque<>(named.commits());
    Set<String> seen = new HashSet<>(next);
    while (!next.isEmpty()) {
      Optional<CommitRecord> found = store.commit(next.pop());
      if (found.isPresent()) {
        CommitRecord commit = found.get();
        history.put(commit.id(), commit);
        parents(commit).filter(seen::add).forEach(next::add);
      }
    }
    return history;
  }

  static Stream<String> parents(CommitRecord commit) {
    return Stream.of(
            Optional.ofNullable(commit.parent()), Optional.ofNullable(commit.mergedParent()))
        .flatMap(Optional::stream);
  }

  private static void keepNewest(
      Map<String, CommitRecord> history,
      CommitRecord head,
      CleanupRequest request,
      Instant now,
      Set<String> kept) {
    Integer keep = request.keep();
    Duration olderThan = request.olderThan();
    CommitRecord commit = head;
    for (int i = 0; commit != null; i++) {
      boolean isNew = keep != null && i < keep;
      boolean isYoung =
          olderThan != null
              && Instant.EPOCH
                  .plus(commit.createdAtMicros(), ChronoUnit.MICROS)
                  .plus(olderThan)
                  .isAfter(now);
      if (isNew || isYoung) {
        kept.add(commit.id());
      }
      commit = commit.parent() == null ? null : history.get(commit.parent());
    }
  }

  /** What the next merge of any two branches compares their heads with. */
  private static void keepBases(GraphStore store, List<CommitRecord> heads, Set<String> kept) {
    List<CommitRecord> distinct = new ArrayList<>();
    for (CommitRecord head : heads) {
      if (distinct.stream().noneMatch(other -> other.id().equals(head.id()))) {
        for (CommitRecord other : distinct) {
          MergeBase.of(store, head, other).ifPresent(base -> kept.add(base.id()));
        }
        distinct.add(head);
      }
    }
  }
}
