package io.omnigraph.core.apply;

import io.omnigraph.api.kind.Change;
import io.omnigraph.api.kind.ControlContext;
import io.omnigraph.api.kind.Execution;
import io.omnigraph.core.approval.Approval;
import io.omnigraph.core.approval.ApprovalBook;
import io.omnigraph.core.fault.ControlPoints;
import io.omnigraph.core.plan.PlannedChange;
import io.omnigraph.core.plan.Reason;
import io.omnigraph.core.plan.WorkOrder;
import io.omnigraph.core.session.Findings;
import io.omnigraph.core.session.Found;
import io.omnigraph.core.session.Session;
import io.omnigraph.ground.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Carries out a plan, change by change, and records each in the draft once it is done. */
final class Steps {

  private final Session session;
  private final Findings findings;
  private final RunningPlan running;
  private final ApprovalBook.Unused approvals;
  private final LedgerUpdate update;
  private final Fence fence;
  private final Publication publication;

  Steps(
      Session session,
      Findings findings,
      RunningPlan running,
      ApprovalBook.Unused approvals,
      Found<ControlContext> found) {
    this.session = session;
    this.findings = findings;
    this.running = running;
    this.approvals = approvals;
    this.update = new LedgerUpdate(running, session.kinds(), session.desired(), approvals, found);
    this.fence = new Fence(session, findings, running, found);
    this.publication = new Publication(session, findings, running);
  }

  /**
   * Carries out everything that is not held back.
   *
   * @return the sidecars that may go as soon as the draft is on disk
   */
  List<String> carryOut() {
    WorkOrder order = running.order();
    List<String> completed = new ArrayList<>();
    int moving = 1 + lastFenced(order.writes());
    order.writes().subList(0, moving).forEach(change -> write(change).ifPresent(completed::add));
    warnOfWhatWaits();
    order
        .writes()
        .subList(moving, order.writes().size())
        .forEach(change -> write(change).ifPresent(completed::add));
    session.reached(ControlPoints.AFTER_PAYLOAD_PHASE);
    order.deletions().forEach(change -> delete(change).ifPresent(completed::add));
    update.finish();
    return List.copyOf(completed);
  }

  private Optional<String> write(Change change) {
    if (!isItsTurn(change)) {
      return Optional.empty();
    }
    if (isFenced(change)) {
      return fenced(change);
    }
    if (publication.publish(change)) {
      update.done(change);
    }
    return Optional.empty();
  }

  private Optional<String> delete(Change change) {
    if (isFenced(change)) {
      return isItsTurn(change) ? fenced(change) : Optional.empty();
    }
    if (!running.goesWithOwner(change) && isItsTurn(change)) {
      update.done(change);
    }
    return Optional.empty();
  }

  /** No earlier failure has blocked it, and the command is not to stop. */
  private boolean isItsTurn(Change change) {
    if (!running.isApplied(change.address())) {
      return false;
    }
    if (session.isStopped(findings)) {
      running.stopped();
      return false;
    }
    return true;
  }

  private int lastFenced(List<Change> writes) {
    int last = writes.size() - 1;
    while (last >= 0 && !isFenced(writes.get(last))) {
      last--;
    }
    return last;
  }

  private boolean isFenced(Change change) {
    return running.execution(change).filter(Execution.FENCED::equals).isPresent();
  }

  private Optional<String> fenced(Change change) {
    Optional<String> approval =
        running
            .approvalReason(change)
            .flatMap(_ -> approvals.covering(change, session.desired().configDigest()))
            .map(Approval::id);
    Optional<String> sidecar = fence.execute(change, approval.orElse(null));
    if (sidecar.isPresent()) {
      update.done(change);
    }
    return sidecar;
  }

  private void warnOfWhatWaits() {
    for (PlannedChange planned : running.changes()) {
      String path = planned.address().toString();
      String reason = planned.because().map(Reason::word).orElse("");
      switch (planned.disposition()) {
        case DEFERRED ->
            findings.add(
                Diagnostic.warning(
                    "apply_unsupported_change", path, "this change is deferred: " + reason));
        case BLOCKED ->
            findings.add(
                Diagnostic.warning(
                    "apply_dependency_blocked", path, "this change is blocked: " + reason));
        case APPLIED, DERIVED -> {}
      }
    }
  }
}
