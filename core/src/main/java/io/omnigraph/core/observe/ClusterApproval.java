package io.omnigraph.core.observe;

import io.omnigraph.api.kind.Change;
import io.omnigraph.core.approval.Approval;
import io.omnigraph.core.approval.ApprovalBook;
import io.omnigraph.core.fault.ControlPoints;
import io.omnigraph.core.ledger.Ledger;
import io.omnigraph.core.plan.Plan;
import io.omnigraph.core.plan.PlannedChange;
import io.omnigraph.core.report.ApproveReport;
import io.omnigraph.core.report.ApproveReport.Approved;
import io.omnigraph.core.session.Ended;
import io.omnigraph.core.session.Findings;
import io.omnigraph.core.session.Locking;
import io.omnigraph.core.session.Outcome;
import io.omnigraph.core.session.Session;
import io.omnigraph.core.session.Standing;
import io.omnigraph.core.session.Workspace;
import io.omnigraph.ground.Diagnostic;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Set;

/** The command {@code cluster approve}. Immutable. */
public final class ClusterApproval {

  private final Session session;
  private final String address;
  private final String actor;

  private ClusterApproval(Session session, String address, String actor) {
    this.session = session;
    this.address = address;
    this.actor = actor;
  }

  /** Records that somebody approves the change that a resource now has. */
  public static ApproveReport run(Workspace workspace, String address, String actor) {
    Session session = Session.open(workspace);
    Ended<Optional<Approved>> ended =
        new Locking(session)
            .underLock(
                "approve",
                Optional.<Approved>empty(),
                new ClusterApproval(session, address, actor)::approve);
    return new ApproveReport(workspace.directory(), ended.outcome(), ended.findings());
  }

  private Outcome<Optional<Approved>> approve(Standing standing, Findings findings) {
    findings.addAll(standing.sidecars().findings());
    standing.read().problemOrAbsence().ifPresent(findings::add);
    return Outcome.unwritten(
        findings.hasErrors() ? Optional.empty() : approve(standing.ledger(), findings));
  }

  private Optional<Approved> approve(Ledger ledger, Findings findings) {
    Plan plan =
        session
            .workspace()
            .planner()
            .plan(session.desired(), ledger, ApprovalBook.Unused.none(), Set.of());
    Optional<Plan.Gate> gate =
        plan.gates().stream().filter(it -> it.address().toString().equals(address)).findFirst();
    if (gate.isEmpty()) {
      String message =
          "`%s` has no change that waits for an approval; `cluster plan` shows those that do"
              .formatted(address);
      findings.add(Diagnostic.error("approval_not_required", address, message));
      return Optional.empty();
    }
    Change change =
        plan.changes().stream()
            .map(PlannedChange::change)
            .filter(it -> it.address().equals(gate.get().address()))
            .findFirst()
            .orElseThrow(IllegalStateException::new);
    return write(approval(change, gate.get().reason()), change, findings);
  }

  private Approval approval(Change change, String reason) {
    Workspace workspace = session.workspace();
    return new Approval(
        workspace.ids().get(),
        address,
        change.operation().word(),
        reason,
        Approval.Binding.to(change, session.desired().configDigest()),
        actor,
        workspace.clock().instant().toString(),
        null);
  }

  private Optional<Approved> write(Approval approval, Change change, Findings findings) {
    session.reached(ControlPoints.BEFORE_APPROVAL);
    if (session.isStopped(findings)) {
      return Optional.empty();
    }
    try {
      session.stores().approvals().write(approval);
    } catch (UncheckedIOException e) {
      String place = session.stores().approvals().locate(approval.id());
      findings.add(Diagnostic.error("approval_write_error", place, String.valueOf(e.getMessage())));
      return Optional.empty();
    }
    findings.succeeds(() -> session.reached(ControlPoints.AFTER_APPROVAL));
    return Optional.of(new Approved(approval.id(), change.address(), change.operation(), actor));
  }
}
