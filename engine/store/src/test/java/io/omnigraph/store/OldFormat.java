package io.omnigraph.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omnigraph.graph.Graph;
import io.omnigraph.graph.Graphs;
import io.omnigraph.ground.fault.FaultPoints;
import io.omnigraph.ground.json.Json;
import io.omnigraph.schema.catalog.Schema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Graphs of format 1, in which every write makes a version. */
public final class OldFormat {

  private OldFormat() {}

  /** A new graph. */
  public static Graph create(String root, Schema schema) {
    Graphs.create(root, schema, Optional.empty(), FaultPoints.none()).close();
    Path claim = Path.of(root, "graph.json");
    try {
      ObjectNode content = (ObjectNode) Json.mapper().readTree(Files.readAllBytes(claim));
      content.put("format_version", 1);
      Files.writeString(claim, Json.pretty(content));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Graphs.open(root, FaultPoints.none());
  }
}
