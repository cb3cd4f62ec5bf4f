package io.omnigraph.core.recovery;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omnigraph.api.Address;
import io.omnigraph.api.kind.ControlContext;
import io.omnigraph.api.kind.FencedOperation;
import io.omnigraph.api.kind.ResourceStatus;
import io.omnigraph.api.kind.Survivor;
import io.omnigraph.core.approval.Approval;
import io.omnigraph.core.approval.ApprovalBook;
import io.omnigraph.core.kinds.Kinds;
import io.omnigraph.core.ledger.LedgerDraft;
import io.omnigraph.core.ledger.Trace;
import io.omnigraph.ground.Diagnostic;
import io.omnigraph.ground.Digest;
import io.omnigraph.ground.json.Json;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Finds out what became of interrupted operations and brings a ledger draft up to date with it
 * (specification section 19). Changes nothing on disk but what an operation's own classification
 * tidies up; the command that sweeps persists the draft and then removes the retired sidecars.
 */
public final class Sweep {

  private final Kinds kinds;
  private final FencedOperations operations;
  private final ApprovalBook approvals;

  /**
   * A sweep.
   *
   * @param approvals for the record of those that interrupted operations used
   */
  public Sweep(Kinds kinds, FencedOperations operations, ApprovalBook approvals) {
    this.kinds = kinds;
    this.operations = operations;
    this.approvals = approvals;
  }

  /**
   * What a sweep found.
   *
   * @param retired the ids of the sidecars that are no longer needed
   * @param pending the owning resources that stay unsettled
   * @param findings in the order of the sidecars
   * @param unsettled those of the findings that say what keeps a resource unsettled
   */
  public record Outcome(
      List<String> retired,
      SortedSet<Address> pending,
      List<Diagnostic> findings,
      List<Diagnostic> unsettled) {

    public Outcome {
      retired = List.copyOf(retired);
      pending = Collections.unmodifiableSortedSet(new TreeSet<>(pending));
      findings = List.copyOf(findings);
      unsettled = List.copyOf(unsettled);
    }
  }

  /** Settles what can be settled. */
  public Outcome run(List<Sidecar> sidecars, LedgerDraft draft, ControlContext context) {
    return run(sidecars, draft, context, FencedOperation::classify);
  }

  /** The same, without touching anything: the outcome that {@link #run} would have. */
  public Outcome foresee(List<Sidecar> sidecars, LedgerDraft draft, ControlContext trial) {
    return run(sidecars, draft, trial, FencedOperation::foresee);
  }

  private interface Classification {

    Survivor of(FencedOperation operation, ObjectNode intent, ControlContext context);
  }

  private Outcome run(
      List<Sidecar> sidecars,
      LedgerDraft draft,
      ControlContext context,
      Classification classification) {
    List<String> retired = new ArrayList<>();
    SortedSet<Address> pending = new TreeSet<>();
    List<Diagnostic> findings = new ArrayList<>();
    List<Diagnostic> unsettled = new ArrayList<>();
    for (Sidecar sidecar : sidecars) {
      FencedOperation operation =
          operations.find(sidecar.operation()).orElseThrow(IllegalStateException::new).fenced();
      Address subject = operation.subject(sidecar.intent());
      switch (classification.of(operation, sidecar.intent(), context)) {
        case Survivor.Retire(var diagnostics) -> {
          findings.addAll(diagnostics);
          retired.add(sidecar.id());
        }
        case Survivor.RollForward(var live) -> {
          rollForward(sidecar, live, draft, context);
          findings.add(rolledForward(sidecar, kinds.rootOf(subject)));
          retired.add(sidecar.id());
        }
        case Survivor.RollForwardDelete _ -> {
          rollForwardDelete(sidecar, subject, draft, context);
          findings.add(rolledForward(sidecar, kinds.rootOf(subject)));
          retired.add(sidecar.id());
        }
        case Survivor.Pending(var diagnostic, var affected, var status) -> {
          findings.add(diagnostic);
          unsettled.add(diagnostic);
          pending.add(kinds.rootOf(subject));
          if (status != null) {
            affected.forEach(address -> draft.status(address, status));
          }
        }
      }
    }
    return new Outcome(retired, pending, findings, unsettled);
  }

  private void rollForward(
      Sidecar sidecar, SortedMap<Address, Digest> live, LedgerDraft draft, ControlContext context) {
    NavigableSet<Address> owners = new TreeSet<>();
    for (Map.Entry<Address, Digest> entry : live.entrySet()) {
      draft.recordContent(entry.getKey(), entry.getValue());
      kinds.ownerOf(entry.getKey()).ifPresent(owners::add);
    }
    owners.forEach(draft::compose);
    owners.addAll(live.keySet());
    for (Address address : owners) {
      draft.status(address, ResourceStatus.applied());
      draft.lastApplied(address, trace(sidecar, context).json());
    }
    draft.recovered(sidecar.id(), record(sidecar, context));
  }

  private void rollForwardDelete(
      Sidecar sidecar, Address subject, LedgerDraft draft, ControlContext context) {
    String approvalId = sidecar.run().approvalId();
    draft.bury(subject, trace(sidecar, context).tombstone(approvalId));
    draft.recovered(sidecar.id(), record(sidecar, context));
    if (approvalId != null) {
      var use = new Approval.Consumption(context.clock().instant().toString(), sidecar.id());
      draft.consumed(
          approvalId,
          approvals
              .find(approvalId)
              .map(approval -> approval.record(use))
              .orElseGet(() ->
                  Json.object()
                      .put("consumed_at", use.at())
                      .put("consumed_by_operation", use.byOperation())));
    }
  }

  private Trace trace(Sidecar sidecar, ControlContext context) {
    String operation =
        operations
            .find(sidecar.operation())
            .orElseThrow(IllegalStateException::new)
            .operation()
            .word();
    return new Trace(operation, sidecar.run().actor(), context.clock().instant());
  }

  private static ObjectNode record(Sidecar sidecar, ControlContext context) {
    ObjectNode record = Json.object().put("kind", sidecar.operation());
    record.setAll(sidecar.intent());
    return record
        .put("outcome", "rolled_forward")
        .put("recovered_at", context.clock().instant().toString())
        .put("actor", sidecar.run().actor());
  }

  private static Diagnostic rolledForward(Sidecar sidecar, Address root) {
    return Diagnostic.warning(
        "cluster_recovery_rolled_forward",
        root.toString(),
        "the interrupted operation `%s` had been completed; the ledger now says so"
            .formatted(sidecar.operation()));
  }
}
