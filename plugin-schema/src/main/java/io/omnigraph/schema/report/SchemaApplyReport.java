package io.omnigraph.schema.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omnigraph.api.json.Json;
import io.omnigraph.schema.migration.MigrationJson;
import io.omnigraph.schema.migration.MigrationJsonReader;
import io.omnigraph.schema.migration.MigrationLines;
import io.omnigraph.schema.migration.MigrationStep;
import java.util.ArrayList;
import java.util.List;

/**
 * A migration that was made. One that cannot be made is a failure, and has no report.
 *
 * @param uri the graph's root, or its URL where a server answers
 * @param manifestVersion of branch {@code main} afterwards
 * @param steps what was done; empty when the graph had the schema already
 */
public record SchemaApplyReport(String uri, long manifestVersion, List<MigrationStep> steps) {

  public SchemaApplyReport {
    steps = List.copyOf(steps);
  }

  /**
   * Reads a report.
   *
   * @throws IllegalArgumentException when it is none; the message says what was expected
   */
  public static SchemaApplyReport read(JsonNode json) {
    return new SchemaApplyReport(
        json.path("uri").asText(),
        json.path("manifest_version").asLong(),
        MigrationJsonReader.steps(json.path("steps")));
  }

  /** Whether anything was done. */
  public boolean isApplied() {
    return !steps.isEmpty();
  }

  /** The report as JSON. */
  public ObjectNode json() {
    ObjectNode json =
        Json.object()
            .put("uri", uri)
            .put("supported", true)
            .put("applied", isApplied())
            .put("step_count", steps.size())
            .put("manifest_version", manifestVersion);
    json.set("steps", MigrationJson.steps(steps));
    return json;
  }

  /** The report for people. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("schema apply for " + uri);
    lines.add("supported: yes");
    lines.add("applied: " + (isApplied() ? "yes" : "no"));
    lines.add("manifest_version: " + manifestVersion);
    lines.addAll(MigrationLines.sentences(steps));
    return lines;
  }
}
