package io.omnigraph.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnigraph.graph.commit.Commit;
import io.omnigraph.graph.diff.DiffFilter;
import io.omnigraph.graph.maintenance.CleanupRequest;
import io.omnigraph.graph.maintenance.RepairMode;
import io.omnigraph.graph.merge.MergeOutcome;
import io.omnigraph.graph.merge.MergeRequest;
import io.omnigraph.graph.merge.MergeRequest.Grain;
import io.omnigraph.graph.snapshot.Column;
import io.omnigraph.graph.snapshot.NodeTable;
import io.omnigraph.graph.snapshot.ReadTarget;
import io.omnigraph.graph.snapshot.Snapshot;
import io.omnigraph.graph.write.Transaction;
import io.omnigraph.graph.write.WriteOutcome;
import io.omnigraph.graph.write.WriteRequest;
import io.omnigraph.ground.fault.FaultPoints;
import io.omnigraph.schema.catalog.Schema;
import io.omnigraph.store.OldFormat;
import io.omnigraph.store.TestSchemas;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A graph does what a few maps do, whatever is done to it and however its rows are stored. */
class EngineModelTest {

  private static final int STEPS = 120;
  private static final int NAMES = 400;

  @TempDir Path directory;

  private final Schema schema = TestSchemas.people();
  private final SortedMap<String, SortedMap<String, Long>> branches = new TreeMap<>();
  private final Map<String, SortedMap<String, Long>> commits = new HashMap<>();
  private final List<String> readable = new ArrayList<>();
  private SplittableRandom random = new SplittableRandom();
  private String root = "";

  @ParameterizedTest
  @CsvSource({"1, 2", "2, 2", "3, 2", "4, 2", "5, 2", "6, 2", "7, 1"})
  void aGraphDoesWhatMapsDo(long seed, int format) {
    random = new SplittableRandom(seed);
    root = directory.resolve("people.omni").toString();
    Graph graph =
        format == 1
            ? OldFormat.create(root, schema)
            : Graphs.create(root, schema, Optional.empty(), FaultPoints.none());
    branches.put("main", new TreeMap<>());
    try {
      for (int step = 0; step < STEPS; step++) {
        String did = step(graph);
        if (random.nextInt(12) == 0) {
          graph.close();
          graph = Graphs.open(root, FaultPoints.none());
        }
        check(graph, "seed %d, step %d, %s".formatted(seed, step, did));
      }
      for (String commit : readable) {
        assertThat(ages(graph.snapshot(new ReadTarget.AtCommit(commit))))
            .as("seed %d, commit %s", seed, commit)
            .isEqualTo(commits.get(commit));
      }
      assertThat(graph.maintenance().repair(RepairMode.PREVIEW).findings()).isEmpty();
    } finally {
      graph.close();
    }
  }

  private String step(Graph graph) {
    String branch = any(branches.keySet());
    int what = random.nextInt(100);
    if (what < 60) {
      write(graph, branch, what < 50 ? 1 + random.nextInt(4) : 100 + random.nextInt(150));
      return "write to " + branch;
    }
    if (what < 70) {
      String name = "b" + branches.size();
      assertThat(graph.createBranch(name, branch)).isTrue();
      branches.put(name, new TreeMap<>(branches.get(branch)));
      return "branch " + name + " from " + branch;
    }
    if (what < 85) {
      return merge(graph, branch, any(branches.keySet()));
    }
    if (what < 95) {
      graph.maintenance().optimize();
      return "optimize";
    }
    graph.maintenance().cleanup(new CleanupRequest(3, null, Duration.ofDays(1)));
    readable.clear();
    return "cleanup";
  }

  private void write(Graph graph, String branch, int changes) {
    SortedMap<String, Long> state = branches.get(branch);
    SortedMap<String, Long> next = new TreeMap<>(state);
    WriteOutcome<Boolean> outcome =
        graph.write(
            new WriteRequest(branch, null, "mutate"),
            t -> {
              for (int i = 0; i < changes; i++) {
                change(t, next);
              }
              return true;
            });
    if (outcome instanceof WriteOutcome.Committed<Boolean>(_, Commit commit)) {
      branches.put(branch, next);
      commits.put(commit.id(), next);
      readable.add(commit.id());
    } else {
      assertThat(outcome).isInstanceOf(WriteOutcome.Unchanged.class);
    }
  }

  private void change(Transaction t, SortedMap<String, Long> state) {
    String name = "n" + random.nextInt(NAMES);
    if (random.nextInt(4) == 0) {
      t.deleteNode("Person", name);
      state.remove(name);
    } else if (state.containsKey(name) && random.nextBoolean()) {
      long age = random.nextInt(100);
      t.updateNode("Person", name, Map.of("age", Optional.of(age)));
      state.put(name, age);
    } else {
      long age = random.nextInt(100);
      t.upsertNode("Person", null, Map.of("name", name, "age", age));
      state.put(name, age);
    }
  }

  private String merge(Graph graph, String source, String target) {
    String text = "merge %s into %s".formatted(source, target);
    if (source.equals(target)) {
      return text;
    }
    MergeOutcome outcome = graph.merge(new MergeRequest(source, target, Grain.ROW, null, null));
    SortedMap<String, Long> found = ages(graph.snapshot(new ReadTarget.Branch(target)));
    SortedMap<String, Long> ours = Objects.requireNonNull(branches.get(target));
    SortedMap<String, Long> theirs = Objects.requireNonNull(branches.get(source));
    switch (outcome) {
      case MergeOutcome.FastForward _ -> assertThat(found).as(text).isEqualTo(theirs);
      case MergeOutcome.Merged _ ->
          Stream.concat(ours.keySet().stream(), theirs.keySet().stream())
              .forEach(name ->
                  assertThat(found.get(name))
                      .as("%s: %s", text, name)
                      .satisfiesAnyOf(
                          age -> assertThat(age).isEqualTo(ours.get(name)),
                          age -> assertThat(age).isEqualTo(theirs.get(name))));
      default -> assertThat(found).as(text).isEqualTo(ours);
    }
    found.keySet().stream()
        .filter(name -> Objects.equals(ours.get(name), theirs.get(name)))
        .forEach(name -> assertThat(found.get(name)).isEqualTo(ours.get(name)));
    branches.put(target, found);
    return text;
  }

  private void check(Graph graph, String when) {
    branches.forEach((branch, state) ->
        assertThat(ages(graph.snapshot(new ReadTarget.Branch(branch))))
            .as("%s: %s", when, branch)
            .isEqualTo(state));
    if (readable.size() > 1) {
      String from = readable.get(random.nextInt(readable.size()));
      String to = readable.get(random.nextInt(readable.size()));
      SortedMap<String, Long> before = Objects.requireNonNull(commits.get(from));
      SortedMap<String, Long> after = Objects.requireNonNull(commits.get(to));
      assertThat(ages(graph.snapshot(new ReadTarget.AtCommit(from))))
          .as("%s: commit %s", when, from)
          .isEqualTo(before);
      TreeSet<String> names = new TreeSet<>(before.keySet());
      names.addAll(after.keySet());
      names.removeIf(name -> Objects.equals(before.get(name), after.get(name)));
      TreeSet<String> differing = new TreeSet<>();
      graph
          .diff(new ReadTarget.AtCommit(from), new ReadTarget.AtCommit(to))
          .each(DiffFilter.ALL, change -> differing.add(change.id()));
      assertThat(differing).as("%s: %s to %s", when, from, to).isEqualTo(names);
    }
  }

  private String any(Set<String> names) {
    return List.copyOf(names).get(random.nextInt(names.size()));
  }

  private static SortedMap<String, Long> ages(Snapshot snapshot) {
    NodeTable people = snapshot.nodes("Person");
    Column.Longs ages = (Column.Longs) people.column("age");
    SortedMap<String, Long> found = new TreeMap<>();
    for (int row = 0; row < people.size(); row++) {
      if (people.isLive(row)) {
        found.put(people.id(row), ages.get(row));
        assertThat(people.rowOf(people.id(row))).isEqualTo(row);
      }
    }
    assertThat(people.liveCount()).isEqualTo(found.size());
    return found;
  }
}
