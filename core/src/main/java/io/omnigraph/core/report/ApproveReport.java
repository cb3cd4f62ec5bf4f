package io.omnigraph.core.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omnigraph.api.Address;
import io.omnigraph.api.kind.Operation;
import io.omnigraph.ground.Diagnostic;
import io.omnigraph.ground.json.Json;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What {@code cluster approve} answers (docs/reference/cluster.md §15).
 *
 * @param directory the config directory, as the user typed it
 * @param approval empty when none was recorded
 */
public record ApproveReport(
    Path directory, Optional<Approved> approval, List<Diagnostic> diagnostics) implements Report {

  public ApproveReport {
    diagnostics = List.copyOf(diagnostics);
  }

  /** The approval that was recorded. */
  public record Approved(
      String approvalId, Address resource, Operation operation, String approvedBy) {}

  @Override
  public boolean isOk() {
    return approval.isPresent() && Values.noErrors(diagnostics);
  }

  @Override
  public ObjectNode json() {
    ObjectNode json = Json.object().put("ok", isOk()).put("config_dir", directory.toString());
    approval.ifPresent(approved ->
        json.put("approval_id", approved.approvalId())
            .put("resource", approved.resource().toString())
            .put("operation", approved.operation().word())
            .put("approved_by", approved.approvedBy()));
    json.set("diagnostics", Values.diagnostics(diagnostics));
    return json;
  }

  @Override
  public String text() {
    String headline =
        approval
            .filter(_ -> isOk())
            .map(approved ->
                "cluster approve: %s %s approved by %s (approval %s)"
                    .formatted(
                        approved.operation().word(),
                        approved.resource(),
                        approved.approvedBy(),
                        approved.approvalId()))
            .orElse("cluster approve failed");
    return new Lines().line(headline).diagnostics(diagnostics).toString();
  }
}
