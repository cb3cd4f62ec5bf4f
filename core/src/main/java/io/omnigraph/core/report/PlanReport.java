package io.omnigraph.core.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omnigraph.api.Address;
import io.omnigraph.api.kind.Preview;
import io.omnigraph.core.desired.DesiredState;
import io.omnigraph.core.kinds.Kinds;
import io.omnigraph.core.plan.BlastRadius;
import io.omnigraph.core.plan.Plan;
import io.omnigraph.ground.Diagnostic;
import io.omnigraph.ground.json.Json;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What {@code cluster plan} answers (docs/reference/cluster.md §13).
 *
 * @param directory the config directory, as the user typed it
 * @param desired empty when the configuration could not be read
 * @param plan {@link Plan#none()} when none could be made
 * @param previews what changes would do exactly, for those that say so, by address
 * @param kinds whose words the changes are named with
 * @param diagnostics all of them, in the order of reporting; those of plan and previews included
 */
public record PlanReport(
    Path directory,
    Optional<DesiredState> desired,
    StateObservations observations,
    Plan plan,
    Map<Address, Preview> previews,
    Kinds kinds,
    List<Diagnostic> diagnostics)
    implements Report {

  public PlanReport {
    previews = Collections.unmodifiableMap(new TreeMap<>(previews));
    diagnostics = List.copyOf(diagnostics);
  }

  @Override
  public boolean isOk() {
    return desired.isPresent() && Values.noErrors(diagnostics);
  }

  @Override
  public ObjectNode json() {
    ObjectNode json = Json.object().put("ok", isOk()).put("config_dir", directory.toString());
    json.set("desired_revision", Values.desiredRevision(desired.map(DesiredState::configDigest)));
    json.set("resource_digests", Values.digests(desired));
    json.set("dependencies", Values.dependencies(desired));
    json.set("state_observations", observations.json());
    json.set("changes", words().changes());
    json.set("blast_radius", blastRadius());
    json.set("approvals_required", words().gates());
    json.set("diagnostics", Values.diagnostics(diagnostics));
    return json;
  }

  private PlanWords words() {
    return new PlanWords(plan, previews, kinds);
  }

  private ArrayNode blastRadius() {
    ArrayNode json = Json.mapper().createArrayNode();
    desired.ifPresent(state ->
        BlastRadius.of(plan.changes(), state)
            .forEach((resource, affected) -> {
              ObjectNode entry = json.addObject().put("resource", resource.toString());
              ArrayNode addresses = entry.putArray("affected");
              affected.forEach(address -> addresses.add(address.toString()));
            }));
    return json;
  }

  @Override
  public String text() {
    Lines lines = new Lines();
    if (isOk()) {
      words().addTo(lines);
    } else {
      lines.line("cluster plan failed");
    }
    return lines.diagnostics(diagnostics).toString();
  }
}
