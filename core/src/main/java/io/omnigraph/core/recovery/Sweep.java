package io.omnigraph.core.recovery;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omnigraph.api.Address;
import io.omnigraph.api.kind.ControlContext;
import io.omnigraph.api.kind.FencedOperation;
import io.omnigraph.api.kind.LookContext;
import io.omnigraph.api.kind.Observation.Found;
import io.omnigraph.api.kind.Operation;
import io.omnigraph.api.kind.ResourceStatus;
import io.omnigraph.api.kind.Survivor;
import io.omnigraph.core.approval.Approval;
import io.omnigraph.core.approval.ApprovalBook;
import io.omnigraph.core.kinds.Kinds;
import io.omnigraph.core.ledger.LedgerDraft;
import io.omnigraph.core.ledger.Trace;
import io.omnigraph.ground.Diagnostic;
import io.omnigraph.ground.json.Json;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Finds out what became of interrupted operations and brings a ledger draft up to date with it
 * (docs/reference/cluster.md §19). The look is one and the same for all commands; what an operation
 * has left to do is done only where a command may act. The command that sweeps persists the draft
 * and then removes the retired sidecars.
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
   * @param moved the owning resources that the ledger was rolled forward for
   * @param findings in the order of the sidecars
   * @param unsettled those of the findings that say what keeps a resource unsettled
   */
  public record Outcome(
      List<String> retired,
      SortedSet<Address> pending,
      SortedSet<Address> moved,
      List<Diagnostic> findings,
      List<Diagnostic> unsettled) {

    public Outcome {
      retired = List.copyOf(retired);
      pending = Collections.unmodifiableSortedSet(new TreeSet<>(pending));
      moved = Collections.unmodifiableSortedSet(new TreeSet<>(moved));
      findings = List.copyOf(findings);
      unsettled = List.copyOf(unsettled);
    }
  }

  /** Settles what can be settled: acts where an operation has left something unfinished. */
  public Outcome settle(List<Sidecar> sidecars, LedgerDraft draft, ControlContext context) {
    return fold(
        sidecars,
        draft,
        context,
        (operation, intent) ->
            switch (operation.classify(intent, context)) {
              case Survivor.Settled settled -> settled;
              case Survivor.Unfinished _ -> operation.settle(intent, context);
            });
  }

  /** Only looks: the outcome that {@link #settle} is expected to have. */
  public Outcome foresee(List<Sidecar> sidecars, LedgerDraft draft, LookContext context) {
    return fold(
        sidecars,
        draft,
        context,
        (operation, intent) ->
            switch (operation.classify(intent, context)) {
              case Survivor.Settled settled -> settled;
              case Survivor.Unfinished(var expected) -> expected;
            });
  }

  /** How what became of an operation is found out. */
  private interface Settlement {

    Survivor.Settled of(FencedOperation operation, ObjectNode intent);
  }

  /**
   * Takes the sidecars in their order. What one of them moves may decide an earlier one, so those
   * that stay open are looked at again as long as something of the same owner moves.
   */
  private Outcome fold(
      List<Sidecar> sidecars, LedgerDraft draft, LookContext context, Settlement settlement) {
    SortedMap<String, Settled> settled = new TreeMap<>();
    List<Sidecar> open = sidecars;
    while (!open.isEmpty()) {
      SortedSet<Address> changed = new TreeSet<>();
      for (Sidecar sidecar : open) {
        Settled now = settle(sidecar, draft, context, settlement);
        settled.put(sidecar.id(), now);
        if (now.changesLedger()) {
          changed.add(now.root());
        }
      }
      open =
          open.stream()
              .filter(sidecar -> {
                Settled last = Objects.requireNonNull(settled.get(sidecar.id()));
                return last.isPending() && changed.contains(last.root());
              })
              .toList();
    }
    settled.values().forEach(it -> it.pendingStatuses().forEach(draft::status));
    return outcome(settled);
  }

  /** What one sidecar came to. */
  private record Settled(Address root, Survivor.Settled survivor, List<Diagnostic> findings) {

    boolean isPending() {
      return survivor instanceof Survivor.Pending;
    }

    boolean changesLedger() {
      return switch (survivor) {
        case Survivor.RollForward _, Survivor.RollForwardDelete _ -> true;
        case Survivor.Retire _, Survivor.Pending _ -> false;
      };
    }

    SortedMap<Address, ResourceStatus> pendingStatuses() {
      SortedMap<Address, ResourceStatus> statuses = new TreeMap<>();
      if (survivor instanceof Survivor.Pending(_, var affected, var status) && status != null) {
        affected.forEach(address -> statuses.put(address, status));
      }
      return statuses;
    }
  }

  private Settled settle(
      Sidecar sidecar, LedgerDraft draft, LookContext context, Settlement settlement) {
    FencedOperation operation = entry(sidecar).fenced();
    Address subject = operation.subject(sidecar.intent());
    Address root = kinds.rootOf(subject);
    Survivor.Settled survivor = settlement.of(operation, sidecar.intent());
    return switch (survivor) {
      case Survivor.Retire(var diagnostics) -> new Settled(root, survivor, diagnostics);
      case Survivor.RollForward(var live) -> {
        rollForward(sidecar, live, draft, context);
        consume(sidecar, subject, draft, context);
        yield new Settled(root, survivor, List.of(rolledForward(sidecar, root)));
      }
      case Survivor.RollForwardDelete _ -> {
        draft.bury(subject, trace(sidecar, context).tombstone(sidecar.run().approvalId()));
        draft.recovered(sidecar.id(), record(sidecar, context));
        consume(sidecar, subject, draft, context);
        yield new Settled(root, survivor, List.of(rolledForward(sidecar, root)));
      }
      case Survivor.Pending(var diagnostic, _, _) ->
          new Settled(root, survivor, List.of(diagnostic));
    };
  }

  private static Outcome outcome(SortedMap<String, Settled> settled) {
    List<String> retired = new ArrayList<>();
    SortedSet<Address> pending = new TreeSet<>();
    SortedSet<Address> moved = new TreeSet<>();
    List<Diagnostic> findings = new ArrayList<>();
    List<Diagnostic> unsettled = new ArrayList<>();
    settled.forEach((id, it) -> {
      findings.addAll(it.findings());
      switch (it.survivor()) {
        case Survivor.Retire _, Survivor.RollForwardDelete _ -> retired.add(id);
        case Survivor.RollForward _ -> {
          retired.add(id);
          moved.add(it.root());
        }
        case Survivor.Pending _ -> {
          pending.add(it.root());
          unsettled.addAll(it.findings());
        }
      }
    });
    return new Outcome(retired, pending, moved, findings, unsettled);
  }

  private void rollForward(
      Sidecar sidecar, SortedMap<Address, Found> live, LedgerDraft draft, LookContext context) {
    SortedMap<Address, Found> whole = new TreeMap<>(live);
    SortedSet<Address> touched = new TreeSet<>(live.keySet());
    for (Address address : live.keySet()) {
      kinds
          .ownerOf(address)
          .filter(owner -> !live.containsKey(owner))
          .ifPresent(owner -> {
            touched.add(owner);
            whole.put(owner, composite(owner, draft, context));
          });
    }
    draft.found(whole);
    for (Address address : touched) {
      draft.status(address, ResourceStatus.applied());
      draft.moved(address, trace(sidecar, context).json());
    }
    draft.recovered(sidecar.id(), record(sidecar, context));
  }

  /** The rest of an owner's entry: as it is recorded, else as it is declared. */
  private static Found composite(Address owner, LedgerDraft draft, LookContext context) {
    Optional<Found> recorded =
        draft
            .recorded(owner)
            .map(entry -> new Found.Composite(entry.attributes(), entry.dependsOn()));
    return recorded
        .or(() ->
            context.declared(owner).map(it -> new Found.Composite(it.attributes(), it.dependsOn())))
        .orElseGet(Found.Composite::plain);
  }

  /** Everything that approved the operation is used up, the approval that it ran under first. */
  private void consume(Sidecar sidecar, Address subject, LedgerDraft draft, LookContext context) {
    var use = new Approval.Consumption(context.clock().instant().toString(), sidecar.id());
    Operation operation = entry(sidecar).operation();
    String usedId = sidecar.run().approvalId();
    if (usedId != null && approvals.find(usedId).isEmpty()) {
      draft.consumed(
          usedId,
          Json.object()
              .put("consumed_at", use.at())
              .put("consumed_by_operation", use.byOperation()));
    }
    Optional.ofNullable(usedId)
        .flatMap(approvals::find)
        .ifPresent(used -> draft.consumed(used.id(), used.record(use)));
    approvals
        .spentBy(operation, subject, kinds)
        .forEach(spent -> draft.consumed(spent.id(), spent.record(use)));
  }

  private FencedOperations.Entry entry(Sidecar sidecar) {
    return operations.find(sidecar.operation()).orElseThrow(IllegalStateException::new);
  }

  private Trace trace(Sidecar sidecar, LookContext context) {
    return new Trace(entry(sidecar).operation(), sidecar.run().actor(), context.clock().instant());
  }

  private static ObjectNode record(Sidecar sidecar, LookContext context) {
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
