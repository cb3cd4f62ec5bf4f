package io.omnigraph.plugin.schema.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omnigraph.graph.live.LiveSchema.Destroyed;
import io.omnigraph.graph.live.LiveSchema.Outcome;
import io.omnigraph.ground.Quantity;
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
 * A migration that was made. One that cannot be made is a failure, and has no report.
 *
 * @param uri the graph's root, or its URL where a server answers
 */
public record SchemaApplyReport(String uri, Outcome.Applied outcome) {

  private static final String DESTROYED = "destroyed";

  /**
   * Reads a report.
   *
   * @throws IllegalArgumentException when it is none; the message says what was expected
   */
  public static SchemaApplyReport read(JsonNode json) {
    Migration migration = new Migration(MigrationJsonReader.steps(json.path("steps")));
    List<Destroyed> destroyed =
        json.path(DESTROYED)
            .valueStream()
            .map(each -> new Destroyed(each.path("entity").asText(), each.path("rows").asLong()))
            .toList();
    return new SchemaApplyReport(
        json.path("uri").asText(),
        new Outcome.Applied(
            new SchemaPlan(migration, BranchReports.read(json)),
            json.path("manifest_version").asLong(),
            destroyed));
  }

  /** Whether {@code main} or another branch was migrated. */
  public boolean isApplied() {
    return !steps().isEmpty()
        || outcome.plan().branches().stream().anyMatch(b -> !b.migration().steps().isEmpty());
  }

  /** The report as JSON. */
  public ObjectNode json() {
    ObjectNode json =
        Json.object()
            .put("uri", uri)
            .put("supported", true)
            .put("applied", isApplied())
            .put("step_count", steps().size())
            .put("manifest_version", outcome.manifestVersion());
    json.set("steps", MigrationJson.steps(steps()));
    BranchReports.addTo(json, outcome.plan().branches());
    if (!outcome.destroyed().isEmpty()) {
      ArrayNode destroyed = json.putArray(DESTROYED);
      for (Destroyed each : outcome.destroyed()) {
        destroyed.addObject().put("entity", each.entity()).put("rows", each.rows());
      }
    }
    return json;
  }

  /** The report for people. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("schema apply for " + uri);
    lines.add("supported: yes");
    lines.add("applied: " + (isApplied() ? "yes" : "no"));
    lines.add("manifest_version: " + outcome.manifestVersion());
    lines.addAll(MigrationLines.sentences(steps()));
    lines.addAll(BranchReports.lines(outcome.plan().branches()));
    for (Destroyed each : outcome.destroyed()) {
      lines.add(
          "destroyed: %s, %s; earlier commits of its table can no longer be read"
              .formatted(each.entity(), Quantity.of(each.rows(), "row")));
    }
    return lines;
  }

  private List<MigrationStep> steps() {
    return outcome.plan().migration().steps();
  }
}
