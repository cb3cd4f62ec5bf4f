package io.omnigraph.plugin.schema.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omnigraph.ground.json.Json;
import io.omnigraph.schema.migration.Migration;
import io.omnigraph.schema.migration.MigrationJson;
import io.omnigraph.schema.migration.MigrationJsonReader;
import io.omnigraph.schema.migration.MigrationLines;
import io.omnigraph.schema.migration.MigrationStep;
import io.omnigraph.schema.migration.SchemaPlan;
import java.util.ArrayList;
import java.util.List;

/**
 * A migration that was planned and not made.
 *
 * @param uri the graph's root, or its URL where a server answers
 */
public record SchemaPlanReport(String uri, SchemaPlan plan) {

  /**
   * Reads a report.
   *
   * @throws IllegalArgumentException when it is none; the message says what was expected
   */
  public static SchemaPlanReport read(JsonNode json) {
    Migration migration = new Migration(MigrationJsonReader.steps(json.path("steps")));
    return new SchemaPlanReport(
        json.path("uri").asText(), new SchemaPlan(migration, BranchReports.read(json)));
  }

  /** The report as JSON. */
  public ObjectNode json() {
    ObjectNode json =
        Json.object()
            .put("uri", uri)
            .put("supported", plan.isSupported())
            .put("step_count", steps().size());
    json.set("steps", MigrationJson.steps(steps()));
    return BranchReports.addTo(json, plan.branches());
  }

  /** The report for people. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("schema plan for " + uri);
    lines.add("supported: " + (plan.isSupported() ? "yes" : "no"));
    lines.addAll(MigrationLines.sentences(steps()));
    lines.addAll(BranchReports.lines(plan.branches()));
    return lines;
  }

  private List<MigrationStep> steps() {
    return plan.migration().steps();
  }
}
