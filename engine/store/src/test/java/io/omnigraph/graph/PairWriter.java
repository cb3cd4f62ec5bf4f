package io.omnigraph.graph;

import io.omnigraph.graph.maintenance.CleanupRequest;
import io.omnigraph.graph.write.WriteOutcome;
import io.omnigraph.graph.write.WriteRequest;
import io.omnigraph.ground.fault.FaultPoints;
import java.util.Map;

/**
 * Writes pairs of people to a graph, cleans it up and optimizes it until it is killed, and prints
 * each pair once it is committed.
 */
public final class PairWriter {

  private PairWriter() {}

  /** Arguments: the graph, and a name that no other writer has. */
  public static void main(String[] arguments) {
    WriteRequest request = new WriteRequest("main", arguments[1], "mutate");
    try (Graph graph = Graphs.open(arguments[0], FaultPoints.none())) {
      for (int i = 0; true; i++) {
        String pair = arguments[1] + i;
        WriteOutcome<String> outcome =
            graph.write(
                request,
                t -> {
                  t.upsertNode("Person", null, Map.of("name", pair + "a"));
                  t.upsertNode("Person", null, Map.of("name", pair + "b"));
                  return t.upsertEdge("Knows", null, pair + "a", pair + "b", Map.of());
                });
        if (outcome instanceof WriteOutcome.Committed) {
          System.out.println(pair);
        }
        if (i % 4 == 1) {
          graph.maintenance().cleanup(new CleanupRequest(2, null, CleanupRequest.USUAL_GRACE));
        }
        if (i % 4 == 3) {
          graph.maintenance().optimize();
        }
      }
    }
  }
}
