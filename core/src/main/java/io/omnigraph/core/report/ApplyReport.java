package io.omnigraph.core.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omnigraph.api.Address;
import io.omnigraph.api.kind.ResourceStatus;
import io.omnigraph.core.kinds.Kinds;
import io.omnigraph.core.plan.PlannedChange;
import io.omnigraph.core.plan.Reason;
import io.omnigraph.ground.Diagnostic;
import io.omnigraph.ground.Digest;
import io.omnigraph.ground.json.Json;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What {@code cluster apply} answers (docs/reference/cluster.md §14.1).
 *
 * @param directory the config directory, as the user typed it
 * @param actor empty when nobody was named
 * @param configDigest of the desired state; empty when the configuration could not be read
 * @param run what the run came to
 * @param statuses as persisted, never what could not be written
 * @param kinds whose words the changes are named with
 * @param diagnostics all of them, in the order of reporting; those of the plan included
 */
public record ApplyReport(
    Path directory,
    Optional<String> actor,
    Optional<Digest> configDigest,
    StateObservations observations,
    Run run,
    SortedMap<Address, ResourceStatus> statuses,
    Kinds kinds,
    List<Diagnostic> diagnostics)
    implements Report {

  public ApplyReport {
    statuses = Collections.unmodifiableSortedMap(new TreeMap<>(statuses));
    diagnostics = List.copyOf(diagnostics);
  }

  /**
   * What a run came to.
   *
   * @param changes all planned changes with their final dispositions
   * @param appliedCount of the changes that were carried out; 0 when the run ended early
   * @param converged whether nothing is left to do according to the ledger on disk
   * @param stateWritten whether this run replaced the ledger
   */
  public record Run(
      List<PlannedChange> changes, int appliedCount, boolean converged, boolean stateWritten) {

    public Run {
      changes = List.copyOf(changes);
    }

    /** A run that ended before the ledger was touched. */
    public static Run aborted(List<PlannedChange> changes) {
      return new Run(changes, 0, false, false);
    }

    /** A run that came to its end. */
    public static Run finished(
        List<PlannedChange> changes, boolean converged, boolean stateWritten) {
      long applied = changes.stream().filter(PlannedChange::isApplied).count();
      return new Run(changes, Math.toIntExact(applied), converged, stateWritten);
    }

    /** The same run, which did not write the ledger. */
    public Run unwritten() {
      return new Run(changes, appliedCount, converged, false);
    }

    /** The same run, after which the ledger on disk still has something left to do. */
    public Run unconverged() {
      return new Run(changes, appliedCount, false, stateWritten);
    }

    /** The number of changes that wait, or that this version cannot carry out. */
    public int deferredCount() {
      long heldBack =
          changes.stream()
              .filter(planned ->
                  switch (planned.disposition()) {
                    case APPLIED, DERIVED -> false;
                    case DEFERRED, BLOCKED -> true;
                  })
              .count();
      return Math.toIntExact(heldBack);
    }
  }

  @Override
  public boolean isOk() {
    return configDigest.isPresent() && Values.noErrors(diagnostics);
  }

  @Override
  public ObjectNode json() {
    ObjectNode json = Json.object().put("ok", isOk()).put("config_dir", directory.toString());
    actor.ifPresent(name -> json.put("actor", name));
    json.set("desired_revision", Values.desiredRevision(configDigest));
    json.set("state_observations", observations.json());
    json.set("changes", changes().json(run.changes()));
    json.put("applied_count", run.appliedCount());
    json.put("deferred_count", run.deferredCount());
    json.put("converged", run.converged());
    json.put("state_written", run.stateWritten());
    json.set("resource_statuses", Values.statuses(statuses));
    json.set("diagnostics", Values.diagnostics(diagnostics));
    return json;
  }

  /** Whether something was left undone that only waits for an approval. */
  public boolean waitsForApproval() {
    return run.changes().stream()
        .flatMap(planned -> planned.because().stream())
        .anyMatch(Reason.Held.APPROVAL_REQUIRED::equals);
  }

  private Changes changes() {
    return new Changes(kinds, Map.of());
  }

  @Override
  public String text() {
    Lines lines = new Lines().line(headline());
    if (run.changes().isEmpty()) {
      lines.line("  no changes");
    }
    Changes changes = changes();
    run.changes().forEach(change -> changes.applyLine(change, lines));
    if (isOk()) {
      lines.line(
          "  state: revision %d, converged: %b, written: %b"
              .formatted(observations.state().revision(), run.converged(), run.stateWritten()));
      if (run.stateWritten()) {
        lines.line("  note: running servers pick this up on their next restart");
      }
    }
    return lines.diagnostics(diagnostics).toString();
  }

  private String headline() {
    if (!isOk()) {
      return "cluster apply failed";
    }
    return "cluster apply: %d applied, %d deferred/blocked"
        .formatted(run.appliedCount(), run.deferredCount());
  }
}
