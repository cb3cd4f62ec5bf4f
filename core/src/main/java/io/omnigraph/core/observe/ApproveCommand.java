package io.omnigraph.core.observe;

import io.omnigraph.api.kind.Change;
import io.omnigraph.core.approval.Approval;
import io.omnigraph.core.approval.ApprovalBook;
import io.omnigraph.core.fault.ControlPoints;
import io.omnigraph.core.ledger.Ledger;
import io.omnigraph.core.ledger.LedgerRead;
import io.omnigraph.core.ledger.LedgerStore;
import io.omnigraph.core.plan.Plan;
import io.omnigraph.core.plan.PlannedChange;
import io.omnigraph.core.report.ApproveReport;
import io.omnigraph.core.session.Session;
import io.omnigraph.core.session.Workspace;
import io.omnigraph.ground.Diagnostic;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One run of {@code cluster approve}. */
public final class ApproveCommand {

  private final Session session;
  private final String address;
  private final String actor;
  private Optional<ApproveReport.Approved> approved = Optional.empty();

  private ApproveCommand(Workspace workspace, String address, String actor) {
    this.session = new Session(workspace, workspace.loader().load(workspace.directory()));
    this.address = address;
    this.actor = actor;
  }

  /** Records that somebody approves the change that a resource now has. */
  public static ApproveReport run(Workspace workspace, String address, String actor) {
    ApproveCommand command = new ApproveCommand(workspace, address, actor);
    if (command.session.isSound()) {
      command.session.underLock("approve", command::underLock);
    }
    return new ApproveReport(workspace.directory(), command.approved, command.session.findings());
  }

  private void underLock() {
    session.report(session.stores().sidecars().list().findings());
    LedgerRead read = session.readLedger();
    session.reportUnusable(read);
    if (read instanceof LedgerRead.Present(var ledger, _)) {
      approve(ledger);
    } else if (read instanceof LedgerRead.Absent) {
      String message = "there is no ledger yet; make one with `cluster import`";
      session.report(Diagnostic.error("state_missing", LedgerStore.KEY, message));
    }
  }

  private void approve(Ledger ledger) {
    Plan plan =
        session
            .workspace()
            .planner()
            .plan(session.desired(), ledger, new ApprovalBook.Unused(List.of()), Set.of());
    Optional<Plan.Gate> gate =
        plan.gates().stream().filter(it -> it.address().toString().equals(address)).findFirst();
    if (gate.isEmpty()) {
      String message =
          "`%s` has no change that waits for an approval; `cluster plan` shows those that do"
              .formatted(address);
      session.report(Diagnostic.error("approval_not_required", address, message));
      return;
    }
    Change change =
        plan.changes().stream()
            .map(PlannedChange::change)
            .filter(it -> it.address().equals(gate.get().address()))
            .findFirst()
            .orElseThrow(IllegalStateException::new);
    write(approval(change, gate.get().reason()), change);
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

  private void write(Approval approval, Change change) {
    session.reached(ControlPoints.BEFORE_APPROVAL);
    if (session.isStopped()) {
      return;
    }
    try {
      session.stores().approvals().write(approval);
    } catch (UncheckedIOException e) {
      String place = session.stores().approvals().locate(approval.id());
      session.report(
          Diagnostic.error("approval_write_error", place, String.valueOf(e.getMessage())));
      return;
    }
    approved =
        Optional.of(
            new ApproveReport.Approved(approval.id(), change.address(), change.operation(), actor));
    session.reached(ControlPoints.AFTER_APPROVAL);
  }
}
