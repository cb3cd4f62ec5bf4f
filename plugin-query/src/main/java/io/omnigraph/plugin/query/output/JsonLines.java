package io.omnigraph.plugin.query.output;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omnigraph.execute.result.ReadOutput;
import io.omnigraph.ground.json.Json;

/** Results as one JSON object on each line, the first about the result itself. */
final class JsonLines {

  private JsonLines() {}

  static String of(ReadOutput output) {
    ObjectNode metadata = Json.object();
    metadata.put("kind", "metadata").put("query_name", output.queryName());
    metadata.set("target", Json.tree(output.target()));
    metadata.put("row_count", output.rowCount());
    StringBuilder lines = new StringBuilder(Json.compact(metadata)).append('\n');
    output.rows().forEach(row -> lines.append(Json.compact(Json.tree(row))).append('\n'));
    return lines.toString();
  }
}
