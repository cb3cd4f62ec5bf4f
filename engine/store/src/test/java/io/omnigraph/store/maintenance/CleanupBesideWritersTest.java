package io.omnigraph.store.maintenance;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnigraph.graph.Graph;
import io.omnigraph.graph.Graphs;
import io.omnigraph.graph.maintenance.CleanupRequest;
import io.omnigraph.graph.maintenance.RepairMode;
import io.omnigraph.graph.snapshot.NodeTable;
import io.omnigraph.graph.snapshot.ReadTarget;
import io.omnigraph.graph.write.WriteOutcome;
import io.omnigraph.graph.write.WriteRequest;
import io.omnigraph.ground.fault.FaultPoints;
import io.omnigraph.store.TestSchemas;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CleanupBesideWritersTest {

  private static final WriteRequest MUTATE = new WriteRequest("main", null, "mutate");
  private static final int WRITERS = 2;
  private static final int ROWS = 60;

  @TempDir Path directory;

  @Test
  void noAcknowledgedRowIsLostWhileOthersCleanUp() throws Exception {
    String root = directory.resolve("people.omni").toString();
    Graphs.create(root, TestSchemas.people(), Optional.empty(), FaultPoints.none()).close();
    List<String> acknowledged = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
        Graph served = Graphs.open(root, FaultPoints.none())) {
      List<Future<List<String>>> writing = new ArrayList<>();
      for (int writer = 0; writer < WRITERS; writer++) {
        String prefix = "w" + writer + "-";
        Callable<List<String>> work = () -> writes(served, prefix);
        writing.add(threads.submit(work));
      }
      while (!writing.stream().allMatch(Future::isDone)) {
        try (Graph other = Graphs.open(root, FaultPoints.none())) {
          other.maintenance().cleanup(new CleanupRequest(2, null, CleanupRequest.USUAL_GRACE));
        }
      }
      for (Future<List<String>> written : writing) {
        acknowledged.addAll(written.get());
      }
    }
    assertThat(acknowledged).hasSize(WRITERS * ROWS);
    try (Graph graph = Graphs.open(root, FaultPoints.none())) {
      assertThat(graph.maintenance().repair(RepairMode.PREVIEW).findings()).isEmpty();
      NodeTable people = graph.snapshot(ReadTarget.main()).nodes("Person");
      assertThat(acknowledged).isNotEmpty().allMatch(name -> people.rowOf(name) >= 0);
    }
  }

  private static List<String> writes(Graph graph, String prefix) {
    List<String> acknowledged = new ArrayList<>();
    for (int i = 0; i < ROWS; i++) {
      String name = prefix + i;
      WriteOutcome<String> outcome =
          graph.write(MUTATE, t -> t.upsertNode("Person", null, Map.of("name", name)));
      if (outcome instanceof WriteOutcome.Committed) {
        acknowledged.add(name);
      }
    }
    return acknowledged;
  }
}
