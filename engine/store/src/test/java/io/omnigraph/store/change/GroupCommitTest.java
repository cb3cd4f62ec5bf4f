package io.omnigraph.store.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnigraph.graph.Graph;
import io.omnigraph.graph.Graphs;
import io.omnigraph.graph.World;
import io.omnigraph.graph.commit.Commit;
import io.omnigraph.graph.snapshot.Column;
import io.omnigraph.graph.snapshot.NodeTable;
import io.omnigraph.graph.snapshot.ReadTarget;
import io.omnigraph.graph.write.Transaction;
import io.omnigraph.graph.write.WriteOutcome;
import io.omnigraph.graph.write.WriteRejected;
import io.omnigraph.graph.write.WriteRequest;
import io.omnigraph.ground.fault.FaultPoints;
import io.omnigraph.ground.fault.InjectedFault;
import io.omnigraph.ground.storage.Storages;
import io.omnigraph.store.TestSchemas;
import io.omnigraph.store.cache.FileCache;
import io.omnigraph.store.commit.GraphFaults;
import io.omnigraph.store.commit.GraphStore;
import io.omnigraph.store.table.TableStore;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Writers who wait for each other share a flush; each keeps an outcome of its own. */
class GroupCommitTest {

  private static final WriteRequest MUTATE = new WriteRequest("main", null, "mutate");

  @TempDir Path directory;

  private final CountDownLatch release = new CountDownLatch(1);
  private final AtomicInteger flushes = new AtomicInteger();
  private volatile String failing = "";

  @BeforeEach
  void aGraphWithAda() {
    try (Graph graph =
        Graphs.create(root(), TestSchemas.people(), Optional.empty(), FaultPoints.none())) {
      for (String name : List.of("ada", "bob")) {
        graph.write(MUTATE, t -> t.upsertNode("Person", null, Map.of("name", name, "age", 0L)));
      }
    }
  }

  @Test
  void writersWhoWaitShareOneFlushAndKeepTheirCommits() {
    List<Object> ends = together(List.of(person("cleo", 1), person("dan", 2), person("eve", 3)));

    assertThat(ends).hasOnlyElementsOfType(WriteOutcome.Committed.class);
    assertThat(flushes).hasValue(2);
    try (Graph graph = Graphs.open(root(), FaultPoints.none())) {
      assertThat(ages(graph)).containsOnlyKeys("ada", "bob", "first", "cleo", "dan", "eve");
      List<Commit> history = graph.history("main");
      assertThat(history).extracting(Commit::version).containsExactly(7L, 6L, 5L, 4L, 3L, 2L, 1L);
    }
  }

  @Test
  void aRefusedOneLeavesTheOthersAlone() {
    List<Object> ends =
        together(List.of(person("cleo", 1), person("dan", 999), _ -> {}, person("eve", 3)));

    assertThat(ends).filteredOn(WriteOutcome.Committed.class::isInstance).hasSize(2);
    assertThat(ends).filteredOn(WriteRejected.class::isInstance).hasSize(1);
    assertThat(ends).filteredOn(WriteOutcome.Unchanged.class::isInstance).hasSize(1);
    try (Graph graph = Graphs.open(root(), FaultPoints.none())) {
      assertThat(ages(graph)).containsOnlyKeys("ada", "bob", "first", "cleo", "eve");
    }
  }

  @Test
  void ofUpdatesOfOneRowFromTheSameStateOneWins() {
    List<Object> ends = together(List.of(update("ada", 1), update("ada", 2), update("ada", 3)));

    assertThat(ends).filteredOn(WriteOutcome.Committed.class::isInstance).hasSize(1);
    assertThat(ends)
        .filteredOn(WriteOutcome.Conflict.class::isInstance)
        .hasSize(2)
        .allSatisfy(end -> {
          WriteOutcome.Conflict<?> conflict = (WriteOutcome.Conflict<?>) end;
          assertThat(conflict.reason())
              .startsWith("stale view of 'node:Person': expected manifest table version 3 but");
          assertThat(conflict.stale()).extracting("expected").isEqualTo(3L);
        });
  }

  @Test
  void updatesOfDifferentRowsAllWin() {
    assertThat(together(List.of(update("ada", 7), update("bob", 8))))
        .hasOnlyElementsOfType(WriteOutcome.Committed.class);

    try (Graph graph = Graphs.open(root(), FaultPoints.none())) {
      assertThat(ages(graph)).containsEntry("ada", 7L).containsEntry("bob", 8L);
    }
  }

  @Test
  void anUpdateOfWhatAnotherHasDeletedIsRefusedOrFindsNothing() {
    List<Object> ends = together(List.of(t -> t.deleteNode("Person", "ada"), update("ada", 7)));

    assertThat(ends).filteredOn(WriteOutcome.Committed.class::isInstance).hasSize(1);
  }

  @Test
  void whenAGroupFailsAllWhoWroteInItFail() {
    failing = GraphFaults.WRITE_COMMIT_WRITTEN;

    List<Object> ends = together(List.of(person("cleo", 1), person("dan", 2), _ -> {}));

    assertThat(ends).filteredOn(InjectedFault.class::isInstance).hasSize(2);
    assertThat(ends).filteredOn(WriteOutcome.Unchanged.class::isInstance).hasSize(1);
    try (Graph graph = Graphs.open(root(), FaultPoints.none())) {
      assertThat(ages(graph)).containsOnlyKeys("ada", "bob", "first");
    }
  }

  /**
   * Lets one writer begin to flush, waits until the others stand in line behind it, and returns how
   * these ended: outcomes or exceptions.
   */
  private List<Object> together(List<Consumer<Transaction>> works) {
    World world = World.of(Map.of());
    FileCache cache = FileCache.in(Map.of());
    GraphStore store = new GraphStore(Storages.open(root()), world, cache);
    try (TableStore tables = new TableStore(root(), world, cache);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      BranchWriter writer =
          new BranchWriter(
              () -> store.head("main").orElseThrow(),
              _ -> TestSchemas.people(),
              tables,
              new Publisher(store, tables, this::reached));
      CompletableFuture<Object> first = end(writer, person("first", 0), threads);
      awaitThat(() -> flushes.get() == 1);
      List<CompletableFuture<Object>> ends =
          works.stream().map(work -> end(writer, work, threads)).toList();
      awaitThat(() -> writer.waiting() == works.size());
      release.countDown();
      first.join();
      return ends.stream().map(CompletableFuture::join).toList();
    }
  }

  private void reached(String point) {
    if (point.equals(GraphFaults.WRITE_STAGED) && flushes.incrementAndGet() == 1) {
      try {
        release.await();
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
    if (point.equals(failing) && flushes.get() > 1) {
      failing = "";
      throw new InjectedFault(point);
    }
  }

  private static CompletableFuture<Object> end(
      BranchWriter writer, Consumer<Transaction> work, ExecutorService threads) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return writer.write(
                MUTATE,
                t -> {
                  work.accept(t);
                  return true;
                });
          } catch (WriteRejected | InjectedFault e) {
            return e;
          }
        },
        threads);
  }

  private static void awaitThat(BooleanSupplier condition) {
    while (!condition.getAsBoolean()) {
      Thread.onSpinWait();
    }
  }

  private static Consumer<Transaction> person(String name, long age) {
    return t -> t.upsertNode("Person", null, Map.of("name", name, "age", age));
  }

  private static Consumer<Transaction> update(String name, long age) {
    return t -> {
      if (t.current().nodes("Person").rowOf(name) >= 0) {
        t.updateNode("Person", name, Map.of("age", Optional.of(age)));
      }
    };
  }

  private static SortedMap<String, Long> ages(Graph graph) {
    NodeTable people = graph.snapshot(ReadTarget.main()).nodes("Person");
    Column.Longs ages = (Column.Longs) people.column("age");
    SortedMap<String, Long> found = new TreeMap<>();
    for (int row = 0; row < people.size(); row++) {
      if (people.isLive(row)) {
        found.put(people.id(row), ages.get(row));
      }
    }
    return found;
  }

  private String root() {
    return directory.resolve("people.omni").toString();
  }
}
