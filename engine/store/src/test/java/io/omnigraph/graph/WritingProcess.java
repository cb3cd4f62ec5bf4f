package io.omnigraph.graph;

import io.omnigraph.graph.write.WriteRequest;
import io.omnigraph.ground.fault.FaultPoints;
import io.omnigraph.store.TestSchemas;
import io.omnigraph.store.lance.NativeLibrary;
import java.util.Map;
import java.util.Optional;

/** Creates a graph and writes a row, in a process of its own. */
public final class WritingProcess {

  private WritingProcess() {}

  /** Says before and after the first row whether Lance was loaded. */
  public static void main(String[] arguments) {
    try (Graph graph =
        Graphs.create(arguments[0], TestSchemas.people(), Optional.empty(), FaultPoints.none())) {
      boolean whenCreated = NativeLibrary.isLoaded();
      graph.write(
          new WriteRequest("main", null, "load"),
          t -> t.upsertNode("Person", null, Map.of("name", "ada")));
      System.out.printf("created %s, written %s%n", whenCreated, NativeLibrary.isLoaded());
    }
  }
}
