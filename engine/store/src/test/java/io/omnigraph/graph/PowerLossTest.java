package io.omnigraph.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnigraph.graph.maintenance.RepairMode;
import io.omnigraph.graph.snapshot.NodeTable;
import io.omnigraph.graph.snapshot.ReadTarget;
import io.omnigraph.graph.write.Transaction;
import io.omnigraph.graph.write.WriteOutcome;
import io.omnigraph.graph.write.WriteRequest;
import io.omnigraph.ground.fault.FaultPoints;
import io.omnigraph.ground.storage.DiskFlush;
import io.omnigraph.store.TestSchemas;
import io.omnigraph.store.commit.GraphFaults;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** What was not flushed when the power goes is gone, and what was acknowledged is not. */
@Isolated("watches all flushes of the process")
class PowerLossTest {

  private static final WriteRequest MUTATE = new WriteRequest("main", null, "mutate");

  private static final List<Function<Transaction, Object>> WRITES =
      List.of(
          t -> t.upsertNode("Person", null, Map.of("name", "ada")),
          t -> pair(t, "bob", "cleo"),
          t -> t.deleteNode("Person", "bob"),
          t -> pair(t, "ada", "dan"),
          t -> t.deleteNode("Person", "ada"));

  @TempDir Path directory;

  private final DurableImage disk = new DurableImage();
  private final List<SortedSet<String>> acknowledged = new ArrayList<>();
  private int images;
  private int states;

  @Test
  void atEveryPointTheOldStateIsThereOrTheNewOne() throws Exception {
    Path root = directory.resolve("people.omni");
    World usual = World.of(Map.of());
    GraphEngine engine =
        Graphs.engine(
            new World(usual.clock(), usual.ids(), Map.of(), DiskFlush.through(disk::flush)));
    engine
        .create(root.toString(), TestSchemas.people(), Optional.empty(), FaultPoints.none())
        .close();
    acknowledged.add(new TreeSet<>());
    try (Graph graph = engine.open(root.toString(), point -> look(root, point))) {
      for (Function<Transaction, Object> write : WRITES) {
        assertThat(graph.write(MUTATE, write)).isInstanceOf(WriteOutcome.Committed.class);
        acknowledged.add(people(graph));
        check(root, false);
      }
      graph.maintenance().optimize();
      check(root, false);
    }
    System.out.printf("states covered: %d losses of power%n", states);
    assertThat(images).isEqualTo(states);
    // Every write passes points of its own, and is looked at once more when it is done.
    assertThat(states).isGreaterThan(2 * WRITES.size());
    assertThat(GraphFaults.WRITE).hasSize(4);
  }

  private void look(Path root, String point) {
    try {
      check(root, !point.equals(GraphFaults.WRITE_STAGED));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Loses power: what is left is what was acknowledged last, or the write after it, whole. */
  private void check(Path root, boolean mayBeNew) throws IOException {
    Path image = Files.createDirectories(directory.resolve("image-" + images++));
    disk.restore(root, image.resolve("people.omni"));
    try (Graph graph = Graphs.open(image.resolve("people.omni").toString(), FaultPoints.none())) {
      SortedSet<String> found = people(graph);
      int commits = graph.history("main").size();
      if (!mayBeNew || commits == acknowledged.size()) {
        assertThat(found).isEqualTo(acknowledged.getLast());
      }
      assertThat(commits).isGreaterThanOrEqualTo(acknowledged.size());
      assertThat(graph.maintenance().repair(RepairMode.PREVIEW).findings()).isEmpty();
    }
    states++;
  }

  private static String pair(Transaction t, String first, String second) {
    t.upsertNode("Person", null, Map.of("name", first));
    t.upsertNode("Person", null, Map.of("name", second));
    return t.upsertEdge("Knows", null, first, second, Map.of());
  }

  private static SortedSet<String> people(Graph graph) {
    NodeTable people = graph.snapshot(ReadTarget.main()).nodes("Person");
    SortedSet<String> found = new TreeSet<>();
    for (int row = 0; row < people.size(); row++) {
      if (people.isLive(row)) {
        found.add(people.id(row));
      }
    }
    return found;
  }
}
