package io.omnigraph.schema.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omnigraph.api.json.Json;
import io.omnigraph.schema.migration.Migration;
import io.omnigraph.schema.migration.MigrationJson;
import io.omnigraph.schema.migration.MigrationLines;
import java.util.ArrayList;
import java.util.List;

/**
 * A migration that was planned and not made.
 *
 * @param uri the graph's root
 */
public record SchemaPlanReport(String uri, Migration migration) {

  /** The report as JSON. */
  public ObjectNode json() {
    ObjectNode json =
        Json.object()
            .put("uri", uri)
            .put("supported", migration.isSupported())
            .put("step_count", migration.steps().size());
    json.set("steps", MigrationJson.steps(migration.steps()));
    return json;
  }

  /** The report for people. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("schema plan for " + uri);
    lines.add("supported: " + (migration.isSupported() ? "yes" : "no"));
    lines.addAll(MigrationLines.sentences(migration.steps()));
    return lines;
  }
}
