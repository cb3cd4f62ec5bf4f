package io.omnigraph.core.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omnigraph.core.ledger.Ledger;
import io.omnigraph.ground.Diagnostic;
import io.omnigraph.ground.json.Json;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * What {@code cluster refresh} and {@code cluster import} answer (docs/reference/cluster.md §17).
 *
 * @param directory the config directory, as the user typed it
 * @param ledger as it is on disk now; {@link Ledger#empty()} when there is none
 */
public record RefreshReport(
    Command command,
    Path directory,
    StateObservations observations,
    Ledger ledger,
    List<Diagnostic> diagnostics)
    implements Report {

  public RefreshReport {
    diagnostics = List.copyOf(diagnostics);
  }

  /** Which of the two commands it was. */
  public enum Command {
    /** Looked at everything that is declared. */
    REFRESH,
    /** Made a new ledger from that. */
    IMPORT;

    /** The word on the command line and in JSON. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Override
  public boolean isOk() {
    return Values.noErrors(diagnostics);
  }

  @Override
  public ObjectNode json() {
    ObjectNode json =
        Json.object()
            .put("ok", isOk())
            .put("operation", command.word())
            .put("config_dir", directory.toString());
    json.set("state_observations", observations.json());
    json.set("resource_digests", Values.digests(ledger));
    json.set("resource_statuses", Values.statuses(ledger.statuses()));
    json.set("observations", Values.byAddress(ledger.observations()));
    json.set("diagnostics", Values.diagnostics(diagnostics));
    return json;
  }

  @Override
  public String text() {
    Lines lines = new Lines();
    if (isOk()) {
      summary(lines);
    } else {
      lines.line("cluster " + command.word() + " failed");
    }
    return lines.diagnostics(diagnostics).toString();
  }

  private void summary(Lines lines) {
    StateObservations.State state = observations.state();
    lines.line(
        "cluster %s: revision %d, %d resource(s)"
            .formatted(command.word(), state.revision(), state.resourceCount()));
    if (state.cas() != null) {
      lines.line("  state_cas: " + state.cas());
    }
    String lockId = observations.acquiredLockId();
    lines.line(lockId == null ? "  lock: not acquired" : "  lock: acquired (id=" + lockId + ")");
    if (command == Command.REFRESH) {
      lines.unsettled(ledger.statuses());
    }
  }
}
