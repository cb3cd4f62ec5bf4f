package io.omnigraph.core.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omnigraph.api.Address;
import io.omnigraph.api.kind.Preview;
import io.omnigraph.core.kinds.Kinds;
import io.omnigraph.core.plan.Plan;
import io.omnigraph.ground.json.Json;
import java.util.List;
import java.util.Map;

/**
 * How a plan reads, wherever it is shown.
 *
 * @param previews what changes would do exactly, by address
 * @param kinds whose words the changes are named with
 */
public record PlanWords(Plan plan, Map<Address, Preview> previews, Kinds kinds) {

  /** Adds the changes, and the gates that hold some of them back. */
  public void addTo(ObjectNode json) {
    json.set("changes", changes());
    json.set("approvals_required", gates());
  }

  ArrayNode changes() {
    return words().json(plan.changes());
  }

  ArrayNode gates() {
    ArrayNode json = Json.mapper().createArrayNode();
    plan.gates()
        .forEach(gate ->
            json.addObject()
                .put("resource", gate.address().toString())
                .put("reason", gate.reason())
                .put("satisfied", gate.isSatisfied()));
    return json;
  }

  /** The plan for people. */
  public List<String> lines() {
    Lines lines = new Lines();
    addTo(lines);
    return lines.toString().lines().toList();
  }

  void addTo(Lines lines) {
    lines.line(
        "cluster plan: %d change(s), %d approval gate(s)"
            .formatted(plan.changes().size(), plan.gates().size()));
    if (plan.changes().isEmpty()) {
      lines.line("  no changes");
      return;
    }
    Changes words = words();
    plan.changes().forEach(change -> words.planLine(change, lines));
    lines.line(PlanSummary.of(plan).line());
  }

  private Changes words() {
    return new Changes(kinds, previews);
  }
}
