package io.omnigraph.plugin.schema.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omnigraph.ground.Quantity;
import io.omnigraph.schema.migration.Migration;
import io.omnigraph.schema.migration.MigrationJson;
import io.omnigraph.schema.migration.MigrationJsonReader;
import io.omnigraph.schema.migration.SchemaPlan.BranchPlan;
import java.util.List;

/** What becomes of branches other than {@code main}, as every report shows it. */
public final class BranchReports {

  private static final String FIELD = "branches";

  private BranchReports() {}

  /** Adds the branches to a report; a graph with only {@code main} gets no field. */
  public static ObjectNode addTo(ObjectNode json, List<BranchPlan> branches) {
    if (branches.isEmpty()) {
      return json;
    }
    ArrayNode list = json.putArray(FIELD);
    for (BranchPlan branch : branches) {
      ObjectNode each = list.addObject();
      each.put("branch", branch.name()).put("outcome", branch.outcome());
      branch.refusal().ifPresent(reason -> each.put("reason", reason));
      each.set("steps", MigrationJson.steps(branch.migration().steps()));
    }
    return json;
  }

  /** Reads what {@link #addTo} wrote. */
  static List<BranchPlan> read(JsonNode report) {
    return report
        .path(FIELD)
        .valueStream()
        .map(each ->
            new BranchPlan(
                each.path("branch").asText(),
                new Migration(MigrationJsonReader.steps(each.path("steps")))))
        .toList();
  }

  /** The branches for people, one a line. */
  public static List<String> lines(List<BranchPlan> branches) {
    return branches.stream().map(BranchReports::line).toList();
  }

  private static String line(BranchPlan branch) {
    int steps = branch.migration().steps().size();
    return branch
        .refusal()
        .orElse(
            steps == 0
                ? "branch '%s' has this schema already".formatted(branch.name())
                : "branch '%s' is carried over (%s)"
                    .formatted(branch.name(), Quantity.of(steps, "step")));
  }
}
