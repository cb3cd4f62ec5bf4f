package io.omnigraph.core.apply;

import io.omnigraph.api.Address;
import io.omnigraph.api.kind.Change;
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
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes into a ledger draft what a run did (specification section 14.5). */
final class LedgerUpdate {

  private final RunningPlan plan;
  private final Kinds kinds;
  private final DesiredState desired;
  private final ApprovalBook.Unused approvals;
  private final Author author;

  /**
   * An update.
   *
   * @param approvals those that the plan was made with
   */
  LedgerUpdate(
      RunningPlan plan,
      Kinds kinds,
      DesiredState desired,
      ApprovalBook.Unused approvals,
      Author author) {
    this.plan = plan;
    this.kinds = kinds;
    this.desired = desired;
    this.approvals = approvals;
    this.author = author;
  }

  /** Who ran the command, and when. */
  record Author(Optional<String> actor, Instant at) {

    Trace trace(Operation operation) {
      return new Trace(operation.word(), actor.orElse(null), at);
    }
  }

  void into(LedgerDraft draft) {
    for (PlannedChange planned : plan.changes()) {
      switch (planned.disposition()) {
        case APPLIED -> applied(planned.change(), draft);
        case BLOCKED -> blocked(planned, draft);
        case DERIVED, DEFERRED -> {}
      }
    }
    desired.resources().keySet().stream()
        .filter(address -> draft.recorded(address).isPresent())
        .forEach(draft::compose);
  }

  private void applied(Change change, LedgerDraft draft) {
    var use = new Approval.Consumption(author.at().toString(), "apply");
    approvals.approvals().stream()
        .filter(it -> it.isSpentBy(change.operation(), change.address(), kinds::ownerOf))
        .forEach(approval -> draft.consumed(approval.id(), approval.record(use)));
    switch (change) {
      case Change.Create(var declared) -> record(declared, change, draft);
      case Change.Update(var declared, _, _) -> record(declared, change, draft);
      case Change.Delete(var address, _) -> {
        if (!plan.goesWithOwner(change)) {
          draft.bury(address, author.trace(Operation.DELETE).tombstone(approvalOf(change)));
        }
      }
    }
  }

  private @Nullable String approvalOf(Change change) {
    return plan.approvalReason(change).isEmpty()
        ? null
        : approvals.covering(change, desired.configDigest()).stream()
            .findFirst()
            .map(Approval::id)
            .orElse(null);
  }

  private void record(Declared declared, Change change, LedgerDraft draft) {
    Address address = declared.address();
    draft.record(address, Recorded.of(declared));
    draft.status(address, ResourceStatus.applied());
    draft.lastApplied(address, author.trace(change.operation()).json());
    boolean isMoved =
        plan.execution(change)
            .filter(it -> it == Execution.FENCED || it == Execution.CARRIED)
            .isPresent();
    if (isMoved) {
      // What was just done inside the owner shows that the owner is there and can be used.
      kinds
          .ownerOf(address)
          .filter(owner -> draft.statusOf(owner).isPresent())
          .ifPresent(owner -> draft.status(owner, ResourceStatus.applied()));
    }
  }

  private static void blocked(PlannedChange planned, LedgerDraft draft) {
    String reason = planned.because().orElse("");
    if (!reason.equals(Reason.RECOVERY_PENDING) && !reason.equals(Reason.INTERRUPTED)) {
      draft.status(planned.address(), ResourceStatus.blocked(reason, message(reason)));
    }
  }

  private static String message(String reason) {
    return switch (reason) {
      case Reason.APPROVAL_REQUIRED -> "waiting for an approval";
      case Reason.DEPENDENCY_NOT_APPLIED -> "waiting on an unapplied dependency";
      case "resource_content_changed" -> "the declared file was edited while it was applied";
      case "resource_payload_write_error" -> "the declared file could not be published";
      default -> "the last attempt did not succeed";
    };
  }

  /** Resets statuses that say of a resource that it waits or drifted, where nothing is to do. */
  static void settleStatuses(LedgerDraft draft, DesiredState desired, Set<Address> unsettled) {
    draft
        .statuses()
        .forEach((address, status) -> {
          boolean isStale = status.state().equals("blocked") || status.state().equals("drifted");
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
