package io.omnigraph.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnigraph.graph.commit.Commit;
import io.omnigraph.graph.snapshot.Column;
import io.omnigraph.graph.snapshot.NodeTable;
import io.omnigraph.graph.snapshot.ReadTarget;
import io.omnigraph.graph.write.Transaction;
import io.omnigraph.graph.write.WriteOutcome;
import io.omnigraph.graph.write.WriteRequest;
import io.omnigraph.ground.fault.FaultPoints;
import io.omnigraph.store.TestSchemas;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConcurrentWritesTest {

  private static final WriteRequest MUTATE = new WriteRequest("main", null, "mutate");

  @TempDir Path directory;

  @Test
  void noIncrementIsLost() throws InterruptedException, ExecutionException {
    int writers = 4;
    int each = 5;
    try (Graph graph = create()) {
      graph.write(MUTATE, t -> t.upsertNode("Person", null, Map.of("name", "ada", "age", 0L)));

      inParallel(
          writers,
          () -> {
            for (int done = 0; done < each; ) {
              switch (graph.write(MUTATE, ConcurrentWritesTest::increment)) {
                case WriteOutcome.Committed<Boolean> _ -> done++;
                case WriteOutcome.Conflict<Boolean> conflict ->
                    assertThat(conflict.stale()).extracting("tableKey").isEqualTo("node:Person");
                case WriteOutcome.Unchanged<Boolean> _ -> throw new AssertionError("unchanged");
                case WriteOutcome.Unknown<Boolean> _ -> throw new AssertionError("unknown");
              }
            }
            return true;
          });

      assertThat(age(graph.snapshot(ReadTarget.main()).nodes("Person")))
          .isEqualTo((long) writers * each);
      assertThat(graph.history("main")).hasSize(2 + writers * each);
      assertThat(graph.history("main"))
          .extracting(Commit::version)
          .containsExactlyElementsOf(
              IntStream.iterate(2 + writers * each, v -> v > 0, v -> v - 1)
                  .mapToObj(v -> (long) v)
                  .toList());
    }
  }

  @Test
  void workIsDoneAgainWhenAnotherWriterGetsAhead() {
    try (Graph graph = create();
        Graph other = Graphs.open(graph.uri(), FaultPoints.none())) {
      graph.write(MUTATE, t -> t.upsertNode("Person", null, Map.of("name", "ada", "age", 0L)));
      AtomicInteger runs = new AtomicInteger();

      graph.write(
          MUTATE,
          t -> {
            if (runs.incrementAndGet() == 1) {
              other.write(MUTATE, ConcurrentWritesTest::increment);
            }
            return t.upsertNode("Person", null, Map.of("name", "bob"));
          });

      assertThat(runs).hasValue(2);
      assertThat(age(graph.snapshot(ReadTarget.main()).nodes("Person"))).isEqualTo(1);
      assertThat(graph.snapshot(ReadTarget.main()).nodes("Person").liveCount()).isEqualTo(2);
    }
  }

  @Test
  void ofRacingCreationsOneWins() throws InterruptedException, ExecutionException {
    AtomicInteger won = new AtomicInteger();

    inParallel(
        8,
        () -> {
          try (Graph _ = create()) {
            return won.incrementAndGet();
          } catch (GraphException e) {
            assertThat(e.reason()).isEqualTo(GraphException.Reason.EXISTS);
            return 0;
          }
        });

    assertThat(won).hasValue(1);
    Graphs.open(root(), FaultPoints.none()).close();
  }

  private static boolean increment(Transaction t) {
    long next = age(t.current().nodes("Person")) + 1;
    t.updateNode("Person", "ada", Map.of("age", Optional.of(next)));
    return true;
  }

  private static long age(NodeTable people) {
    return ((Column.Longs) people.column("age")).get(people.rowOf("ada"));
  }

  private static <T> void inParallel(int threads, Callable<T> work)
      throws InterruptedException, ExecutionException {
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      List<Future<T>> ends = IntStream.range(0, threads).mapToObj(_ -> pool.submit(work)).toList();
      for (Future<T> end : ends) {
        end.get();
      }
    }
  }

  private Graph create() {
    return Graphs.create(root(), TestSchemas.people(), Optional.empty(), FaultPoints.none());
  }

  private String root() {
    return directory.resolve("people.omni").toString();
  }
}
