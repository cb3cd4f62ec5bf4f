package io.omnigraph.core.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omnigraph.ground.Diagnostic;
import io.omnigraph.ground.json.Json;
import java.nio.file.Path;
import java.util.List;

/**
 * What {@code cluster force-unlock} answers (docs/reference/cluster.md §18).
 *
 * @param directory the config directory, as the user typed it
 */
public record UnlockReport(
    Path directory,
    StateObservations observations,
    boolean lockRemoved,
    List<Diagnostic> diagnostics)
    implements Report {

  public UnlockReport {
    diagnostics = List.copyOf(diagnostics);
  }

  @Override
  public boolean isOk() {
    return lockRemoved && Values.noErrors(diagnostics);
  }

  @Override
  public ObjectNode json() {
    ObjectNode json = Json.object().put("ok", isOk()).put("config_dir", directory.toString());
    json.set("state_observations", observations.json());
    json.put("lock_removed", lockRemoved);
    json.set("diagnostics", Values.diagnostics(diagnostics));
    return json;
  }

  @Override
  public String text() {
    Lines lines = new Lines().line(headline());
    if (observations.locked()) {
      lines.line("  " + observations.lockHolder());
    }
    return lines.diagnostics(diagnostics).toString();
  }

  private String headline() {
    if (!isOk()) {
      return "cluster force-unlock failed";
    }
    return "cluster force-unlock: " + observations.removedLock();
  }
}
