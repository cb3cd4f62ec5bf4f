package io.omnigraph.bench;

import io.omnigraph.graph.Graph;
import io.omnigraph.ground.fault.FaultPoints;
import io.omnigraph.ground.source.SourceText;
import io.omnigraph.io.load.LoadMode;
import io.omnigraph.io.load.LoadOutcome;
import io.omnigraph.io.load.LoadRequest;
import io.omnigraph.io.load.LoadSource;
import io.omnigraph.io.load.Loader;
import io.omnigraph.schema.SchemaCompiler;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Makes a graph and loads a file of a {@link SocialGraph}: the program that {@link LoadBench}
 * times.
 */
public final class LoadProgram {

  private LoadProgram() {}

  /** Loads {@code FILE} into a new graph at {@code ROOT}: arguments {@code ROOT FILE}. */
  public static void main(String[] arguments) throws IOException {
    var schema =
        SchemaCompiler.compile(new SourceText("social.pg", SocialGraph.SCHEMA))
            .schema()
            .orElseThrow();
    try (Graph graph =
        BenchEngine.SHARED.create(arguments[0], schema, Optional.empty(), FaultPoints.none())) {
      LoadOutcome outcome =
          new Loader(graph)
              .load(
                  new LoadRequest("main", LoadMode.MERGE, null),
                  LoadSource.file(Path.of(arguments[1])));
      if (!(outcome instanceof LoadOutcome.Loaded)) {
        throw new IllegalStateException("not loaded: " + outcome);
      }
    }
  }
}
