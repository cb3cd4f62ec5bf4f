package io.omnigraph.core.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omnigraph.core.ledger.Ledger;
import io.omnigraph.ground.Diagnostic;
import io.omnigraph.ground.json.Json;
import java.nio.file.Path;
import java.util.List;

/**
 * What {@code cluster status} answers (docs/reference/cluster.md §16).
 *
 * @param directory the config directory, as the user typed it
 * @param ledger {@link Ledger#empty()} when there is none, or it cannot be understood
 */
public record StatusReport(
    Path directory, StateObservations observations, Ledger ledger, List<Diagnostic> diagnostics)
    implements Report {

  public StatusReport {
    diagnostics = List.copyOf(diagnostics);
  }

  @Override
  public boolean isOk() {
    return Values.noErrors(diagnostics);
  }

  @Override
  public ObjectNode json() {
    ObjectNode json = Json.object().put("ok", isOk()).put("config_dir", directory.toString());
    json.set("state_observations", observations.json());
    json.set("resource_digests", Values.digests(ledger));
    json.set("resource_statuses", Values.statuses(ledger.statuses()));
    json.set("observations", Values.byAddress(ledger.observations()));
    json.set("diagnostics", Values.diagnostics(diagnostics));
    return json;
  }

  @Override
  public String text() {
    Lines lines = new Lines().line(headline());
    StateObservations.State state = observations.state();
    if (isOk() && state.configDigest() != null) {
      lines.line("  applied config: " + state.configDigest());
    }
    lines.line("  " + observations.lockHolder()).unsettled(ledger.statuses());
    return lines.diagnostics(diagnostics).toString();
  }

  private String headline() {
    if (!isOk()) {
      return "cluster status failed";
    }
    StateObservations.State state = observations.state();
    return state.found()
        ? "cluster state: revision %d, %d resource(s)"
            .formatted(state.revision(), state.resourceCount())
        : "cluster state missing";
  }
}
