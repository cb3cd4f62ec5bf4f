package io.omnigraph.core.apply;

import io.omnigraph.api.Address;
import io.omnigraph.api.kind.Change;
import io.omnigraph.api.kind.ControlContext;
import io.omnigraph.api.kind.Declared;
import io.omnigraph.api.kind.Execution;
import io.omnigraph.api.kind.Operation;
import io.omnigraph.api.kind.Recorded;
import io.omnigraph.api.kind.ResourceStatus;
import io.omnigraph.core.approval.Approval;
import io.omnigraph.core.approval.ApprovalBook;
import io.omnigraph.core.desired.DesiredState;
import io.omnigraph.core.kinds.Kinds;
import io.omnigraph.core.ledger.LedgerDraft;
import io.omnigraph.core.ledger.Trace;
import io.omnigraph.core.plan.PlannedChange;
import io.omnigraph.core.plan.Reason;
import io.omnigraph.core.session.Found;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes into a ledger draft what a run does (docs/reference/cluster.md §14.5), as soon as it is
 * done: an operation that comes later finds there what an earlier one has recorded. One thread.
 */
final class LedgerUpdate {

  private final RunningPlan plan;
  private final Kinds kinds;
  private final DesiredState desired;
  private final ApprovalBook.Unused approvals;
  private final Found<ControlContext> found;

  /**
   * An update of the draft of what was found.
   *
   * @param approvals those that the plan was made with
   */
  LedgerUpdate(
      RunningPlan plan,
      Kinds kinds,
      DesiredState desired,
      ApprovalBook.Unused approvals,
      Found<ControlContext> found) {
    this.plan = plan;
    this.kinds = kinds;
    this.desired = desired;
    this.approvals = approvals;
    this.found = found;
  }

  private LedgerDraft draft() {
    return found.draft();
  }

  private Trace trace(Operation operation) {
    ControlContext context = found.context();
    return new Trace(operation, context.actor().orElse(null), context.clock().instant());
  }

  /** A change was carried out, and with it what it carries and what is deleted with it. */
  void done(Change change) {
    plan.done(change).forEach(this::applied);
  }

  /** Everything was done that could be: says what waits, and what follows from the rest. */
  void finish() {
    for (PlannedChange planned : plan.changes()) {
      switch (planned.disposition()) {
        case BLOCKED -> blocked(planned);
        case DERIVED -> derived(planned.change());
        case APPLIED, DEFERRED -> {}
      }
    }
    desired.resources().keySet().stream()
        .filter(address -> draft().recorded(address).isPresent())
        .forEach(draft()::compose);
  }

  private void applied(Change change) {
    Trace trace = trace(change.operation());
    var use = new Approval.Consumption(trace.at().toString(), "apply");
    approvals
        .spentBy(change.operation(), change.address(), kinds)
        .forEach(approval -> draft().consumed(approval.id(), approval.record(use)));
    switch (change) {
      case Change.Create(var declared) -> record(declared, change, trace);
      case Change.Update(var declared, _, _) -> record(declared, change, trace);
      case Change.Delete(var address, _) -> {
        if (!plan.goesWithOwner(change)) {
          draft().bury(address, trace.tombstone(approvalOf(change)));
        }
      }
    }
  }

  private @Nullable String approvalOf(Change change) {
    return plan.approvalReason(change).isEmpty()
        ? null
        : approvals.covering(change, desired.configDigest()).map(Approval::id).orElse(null);
  }

  private void record(Declared declared, Change change, Trace trace) {
    Address address = declared.address();
    draft().record(address, Recorded.of(declared));
    draft().status(address, ResourceStatus.applied());
    draft().lastApplied(address, trace.json());
    boolean isMoved =
        plan.execution(change)
            .filter(it -> it == Execution.FENCED || it == Execution.CARRIED)
            .isPresent();
    if (isMoved) {
      // What was just done inside the owner shows that the owner is there and can be used.
      kinds
          .ownerOf(address)
          .filter(owner -> draft().statusOf(owner).isPresent())
          .ifPresent(owner -> draft().status(owner, ResourceStatus.applied()));
    }
  }

  /**
   * There is nothing to carry out, and the digest follows; whatever else is declared is recorded.
   */
  private void derived(Change change) {
    if (found.swept().pending().contains(kinds.rootOf(change.address()))) {
      return;
    }
    switch (change) {
      case Change.Create(var declared) -> record(declared, change, trace(Operation.CREATE));
      case Change.Update(var declared, var recorded, _) -> {
        if (!declared.attributes().equals(recorded.attributes())) {
          draft()
              .record(
                  declared.address(),
                  new Recorded(recorded.digest(), declared.attributes(), recorded.dependsOn()));
          draft().lastApplied(declared.address(), trace(Operation.UPDATE).json());
        }
      }
      case Change.Delete(var address, _) -> {
        if (kinds.ownedBy(address, draft().resources()).isEmpty()) {
          draft().bury(address, trace(Operation.DELETE).tombstone(null));
        }
      }
    }
  }

  private void blocked(PlannedChange planned) {
    planned
        .because()
        .filter(
            reason -> reason != Reason.Held.RECOVERY_PENDING && reason != Reason.Held.INTERRUPTED)
        .ifPresent(reason ->
            draft()
                .status(
                    planned.address(), ResourceStatus.blocked(reason.word(), reason.message())));
  }

  /** Resets statuses that say of a resource that it waits or drifted, where nothing is to do. */
  static void settleStatuses(LedgerDraft draft, DesiredState desired, Set<Address> unsettled) {
    draft
        .statuses()
        .forEach((address, status) -> {
          boolean isStale =
              switch (status.state()) {
                case BLOCKED, DRIFTED -> true;
                case PENDING, PLANNED, APPLYING, APPLIED, ERROR -> false;
              };
          if (!isStale || unsettled.contains(address)) {
            return;
          }
          boolean isRecorded = draft.recorded(address).isPresent();
          boolean isDesired = desired.resource(address).isPresent();
          if (isRecorded && isDesired) {
            draft.status(address, ResourceStatus.applied());
          } else if (!isRecorded && !isDesired) {
            draft.clearStatus(address);
          }
        });
  }
}
