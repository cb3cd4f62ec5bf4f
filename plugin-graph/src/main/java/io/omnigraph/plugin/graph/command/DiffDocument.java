package io.omnigraph.plugin.graph.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnigraph.ground.json.Json;
import java.io.PrintWriter;
import java.util.Iterator;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A difference as one JSON document, printed while its lines come in: the fields of the first line,
 * a list of changes, and the counts.
 */
final class DiffDocument implements Consumer<JsonNode> {

  private final PrintWriter out;
  private boolean isBegun;
  private boolean hasChanges;

  DiffDocument(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void accept(JsonNode line) {
    if (!isBegun) {
      begin(line);
    } else if (line.has("stats")) {
      out.print(hasChanges ? "\n  ],\n" : "],\n");
      out.print("  \"stats\": " + Json.compact(line.get("stats")) + "\n}\n");
    } else {
      out.print((hasChanges ? ",\n    " : "\n    ") + Json.compact(line));
      hasChanges = true;
    }
  }

  private void begin(JsonNode header) {
    isBegun = true;
    out.print("{\n");
    Iterator<Map.Entry<String, JsonNode>> fields = header.properties().iterator();
    fields.forEachRemaining(field ->
        out.print("  \"" + field.getKey() + "\": " + Json.compact(field.getValue()) + ",\n"));
    out.print("  \"changes\": [");
  }
}
