package io.omnigraph.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omnigraph.graph.Graph;
import io.omnigraph.graph.Graphs;
import io.omnigraph.graph.World;
import io.omnigraph.graph.commit.Commit;
import io.omnigraph.graph.failure.GraphFailure;
import io.omnigraph.graph.write.WriteOutcome;
import io.omnigraph.graph.write.WriteRequest;
import io.omnigraph.ground.fault.FaultPoints;
import io.omnigraph.ground.storage.Storage;
import io.omnigraph.ground.storage.StorageException;
import io.omnigraph.ground.storage.Storages;
import io.omnigraph.store.cache.FileCache;
import io.omnigraph.store.commit.GraphStore;
import io.omnigraph.store.maintenance.Residents;
import io.omnigraph.store.table.TableStore;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Writes whose answer the store does not give. */
class UnknownOutcomeTest {

  private static final WriteRequest MUTATE = new WriteRequest("main", null, "mutate");
  private static final int ALWAYS = Integer.MAX_VALUE;

  /** How a store loses the answers to swaps. */
  enum Loss {
    /** The swap was done. */
    AFTER,
    /** The swap did not arrive. */
    BEFORE
  }

  /**
   * A store that loses some answers.
   *
   * @param times how many, from the first one on
   * @param isKnown whether the writer learns what became of its write
   * @param commits in the history afterwards, the first one included
   */
  record Case(Loss loss, int times, boolean isKnown, int commits) {}

  static final List<Case> CASES =
      List.of(
          new Case(Loss.AFTER, 1, true, 2),
          new Case(Loss.AFTER, 3, true, 2),
          new Case(Loss.BEFORE, 1, true, 2),
          new Case(Loss.BEFORE, 3, true, 2),
          new Case(Loss.AFTER, ALWAYS, false, 2),
          new Case(Loss.BEFORE, ALWAYS, false, 1));

  @TempDir Path directory;

  private Storage real;
  private Loss loss = Loss.AFTER;
  private int losing;
  private boolean refusing;
  private Graph graph;

  @BeforeEach
  void create() {
    String root = directory.resolve("u.omni").toString();
    Graphs.create(root, TestSchemas.people(), Optional.empty(), FaultPoints.none()).close();
    real = Storages.open(root);
    Storage lossy =
        (Storage)
            Proxy.newProxyInstance(
                Storage.class.getClassLoader(),
                new Class<?>[] {Storage.class},
                (_, method, arguments) -> {
                  boolean isSwap = method.getName().equals("putIfUnchanged");
                  if (isSwap && refusing) {
                    throw failure();
                  }
                  boolean isLost = isSwap && losing > 0;
                  if (isLost && losing != ALWAYS) {
                    losing--;
                  }
                  if (isLost && loss == Loss.BEFORE) {
                    throw failure().afterSending();
                  }
                  try {
                    Object answer = method.invoke(real, arguments);
                    if (isLost) {
                      throw failure().afterSending();
                    }
                    return answer;
                  } catch (InvocationTargetException e) {
                    throw e.getCause();
                  }
                });
    World world = World.of(Map.of());
    FileCache cache = new FileCache(1 << 24);
    graph =
        new StoredGraph(
            new GraphStore(lossy, world, cache),
            new TableStore(root, world, cache),
            new Residents(),
            FaultPoints.none());
  }

  @AfterEach
  void close() {
    graph.close();
  }

  @ParameterizedTest
  @FieldSource("CASES")
  void aWriteIsDoneOrNotOrSaysThatNobodyKnows(Case given) {
    loss = given.loss();
    losing = given.times();

    WriteOutcome<String> outcome =
        graph.write(MUTATE, tx -> tx.upsertNode("Person", null, Map.of("name", "ada")));

    losing = 0;
    List<Commit> history = graph.history("main");
    assertThat(history).hasSize(given.commits());
    if (given.isKnown()) {
      assertThat(outcome).isInstanceOf(WriteOutcome.Committed.class);
    } else {
      assertThat(outcome)
          .isInstanceOfSatisfying(
              WriteOutcome.Unknown.class,
              unknown -> {
                GraphFailure.UnknownOutcome failure = unknown.failure();
                assertThat(failure.branch()).isEqualTo("main");
                assertThat(history.getFirst().id().equals(failure.commit()))
                    .isEqualTo(given.loss() == Loss.AFTER);
              });
    }
  }

  @Test
  void theNextWriterGoesOnFromWhatIsThere() {
    losing = ALWAYS;
    graph.write(MUTATE, tx -> tx.upsertNode("Person", null, Map.of("name", "ada")));
    losing = 0;

    assertThat(graph.write(MUTATE, tx -> tx.upsertNode("Person", null, Map.of("name", "bob"))))
        .isInstanceOf(WriteOutcome.Committed.class);
    assertThat(graph.history("main")).hasSize(3);
  }

  @Test
  void aStoreThatDidNothingSaysSoAndTheWriteFails() {
    refusing = true;

    assertThatThrownBy(
            () -> graph.write(MUTATE, tx -> tx.upsertNode("Person", null, Map.of("name", "ada"))))
        .isInstanceOf(StorageException.class);

    refusing = false;
    assertThat(graph.history("main")).hasSize(1);
  }

  private static StorageException failure() {
    return StorageException.of("cannot write", "/srv/u/refs", "refs", "no", new IOException());
  }
}
