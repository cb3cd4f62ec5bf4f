package io.omnigraph.io.load;

import io.omnigraph.graph.Graph;
import io.omnigraph.graph.Graphs;
import io.omnigraph.ground.fault.FaultPoints;
import java.io.IOException;
import java.nio.file.Path;

/** A load in a process of its own that ends at once after some records, as if it was killed. */
public final class DyingLoad {

  static final int EXIT_CODE = 137;

  private DyingLoad() {}

  /** Arguments: {@code ROOT FILE RECORDS}. */
  public static void main(String[] arguments) throws IOException {
    long last = Long.parseLong(arguments[2]);
    LoadListener death =
        (records, _) -> {
          if (records >= last) {
            Runtime.getRuntime().halt(EXIT_CODE);
          }
        };
    try (Graph graph = Graphs.open(arguments[0], FaultPoints.none())) {
      new Loader(graph)
          .load(
              new LoadRequest("main", null, LoadMode.MERGE, null, null, death),
              LoadSource.file(Path.of(arguments[1])));
    }
  }
}
