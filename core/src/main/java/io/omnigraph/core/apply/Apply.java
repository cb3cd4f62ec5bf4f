package io.omnigraph.core.apply;

import io.omnigraph.api.Address;
import io.omnigraph.api.kind.ControlContext;
import io.omnigraph.core.approval.ApprovalBook;
import io.omnigraph.core.desired.DesiredState;
import io.omnigraph.core.fault.ControlPoints;
import io.omnigraph.core.ledger.Ledger;
import io.omnigraph.core.ledger.LedgerDraft;
import io.omnigraph.core.ledger.LedgerRead;
import io.omnigraph.core.ledger.LedgerWrite;
import io.omnigraph.core.plan.Plan;
import io.omnigraph.core.report.ApplyReport;
import io.omnigraph.core.report.ApplyReport.Run;
import io.omnigraph.core.saved.SavedPlan;
import io.omnigraph.core.session.Closing;
import io.omnigraph.core.session.Ended;
import io.omnigraph.core.session.Findings;
import io.omnigraph.core.session.Found;
import io.omnigraph.core.session.Locking;
import io.omnigraph.core.session.Outcome;
import io.omnigraph.core.session.Session;
import io.omnigraph.core.session.Standing;
import io.omnigraph.core.session.Workspace;
import io.omnigraph.ground.Diagnostic;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The command {@code cluster apply}. Immutable. */
public final class Apply {

  private static final String COMMAND = "apply";

  private final Session session;
  private final Optional<String> actor;
  private final Optional<SavedPlan> agreed;

  private Apply(Session session, Optional<String> actor, Optional<SavedPlan> agreed) {
    this.session = session;
    this.actor = actor;
    this.agreed = agreed;
  }

  /**
   * Converges reality to the declaration and records it.
   *
   * @param actor who runs it, where that is known
   * @param agreed the plan to carry out and no other; without one, whatever there is to do
   */
  public static ApplyReport run(
      Workspace workspace, Optional<String> actor, Optional<SavedPlan> agreed) {
    Session session = Session.open(workspace);
    Ended<Applied> ended =
        new Locking(session)
            .underLock(
                COMMAND, Applied.nothing(Ledger.empty()), new Apply(session, actor, agreed)::apply);
    return new ApplyReport(
        workspace.directory(),
        actor,
        session.config().desired().map(DesiredState::configDigest),
        ended.observations(),
        ended.outcome().run(),
        ended.outcome().onDisk().statuses(),
        workspace.kinds(),
        ended.findings());
  }

  /**
   * What an apply came to.
   *
   * @param onDisk the ledger that is there now
   */
  private record Applied(Run run, Ledger onDisk) {

    static Applied nothing(Ledger onDisk) {
      return new Applied(Run.aborted(List.of()), onDisk);
    }

    static Applied aborted(RunningPlan running, Ledger onDisk) {
      return new Applied(Run.aborted(running.changes()), onDisk);
    }
  }

  private Outcome<Applied> apply(Standing standing, Findings findings) {
    Ledger ledger = standing.ledger();
    Outcome<Applied> nothing = Outcome.unwritten(Applied.nothing(ledger));
    standing.read().problemOrAbsence().ifPresent(findings::add);
    ledger.exhaustion().ifPresent(findings::add);
    if (findings.hasErrors()) {
      return nothing;
    }
    agreed.ifPresent(plan -> findings.addAll(plan.staleness(session, standing)));
    if (findings.hasErrors() || session.isStopped(findings)) {
      return nothing;
    }
    return findings.unlessFailed(
        () -> converge(Found.settled(session, standing, actor, findings), findings), () -> nothing);
  }

  private Outcome<Applied> converge(Found<ControlContext> found, Findings findings) {
    LedgerDraft draft = found.draft();
    ApprovalBook.Unused approvals = found.approvals().unused(draft.at(0));
    Plan plan = plan(found, approvals);
    findings.addAll(plan.diagnostics());
    RunningPlan running = new RunningPlan(plan, session.kinds());
    if (breaksGate(plan)) {
      String message = "a change that needs an approval was planned without one; nothing was done";
      findings.add(Diagnostic.error("apply_approval_invariant_violation", "changes", message));
      return Outcome.unwritten(Applied.aborted(running, found.ledger()));
    }
    Steps steps = new Steps(session, findings, running, approvals, found);
    return findings.unlessFailed(
        () -> {
          List<String> retired = new ArrayList<>(found.swept().retired());
          retired.addAll(steps.carryOut());
          MovedResources moved = MovedResources.of(running, found.swept().moved(), session.kinds());
          findings.addAll(moved.observe(draft, session.kinds(), found.context()));
          boolean isConverged = settle(found, approvals);
          return record(
              found, Run.finished(running.changes(), isConverged, true), retired, findings);
        },
        () -> Outcome.unwritten(Applied.aborted(running, found.ledger())));
  }

  private Plan plan(Found<ControlContext> found, ApprovalBook.Unused approvals) {
    return session
        .workspace()
        .planner()
        .plan(session.desired(), found.draft().at(0), approvals, found.swept().pending());
  }

  /** A guard against a planner that lets a gated change through. */
  private static boolean breaksGate(Plan plan) {
    Set<Address> unapproved = new HashSet<>();
    plan.gates().stream()
        .filter(gate -> !gate.isSatisfied())
        .forEach(gate -> unapproved.add(gate.address()));
    return plan.changes().stream()
        .anyMatch(change -> change.isApplied() && unapproved.contains(change.address()));
  }

  /** Finds out whether anything is left to do, and says so in the draft. */
  private boolean settle(Found<ControlContext> found, ApprovalBook.Unused approvals) {
    LedgerDraft draft = found.draft();
    DesiredState desired = session.desired();
    Set<Address> pending = found.swept().pending();
    Plan rest = plan(found, approvals);
    boolean isConverged = rest.changes().isEmpty() && pending.isEmpty();
    if (isConverged) {
      draft.convergedUnder(desired.configDigest());
    }
    Set<Address> unsettled = new HashSet<>();
    rest.changes().forEach(change -> unsettled.add(change.address()));
    draft.statuses().keySet().stream()
        .filter(address -> pending.contains(session.kinds().rootOf(address)))
        .forEach(unsettled::add);
    LedgerUpdate.settleStatuses(draft, desired, unsettled);
    desired.resources().values().stream()
        .filter(resource -> !unsettled.contains(resource.address()))
        .forEach(resource -> draft.depending(resource.address(), resource.dependsOn()));
    return isConverged;
  }

  /**
   * Writes the ledger, unless it would say what it says already, and clears up.
   *
   * @param run what the run comes to when the ledger is written
   */
  private Outcome<Applied> record(
      Found<ControlContext> found, Run run, List<String> retired, Findings findings) {
    Ledger base = found.ledger();
    Ledger next = found.draft().at(base.revision() + 1);
    Closing closing = new Closing(session, findings);
    if (session.stores().ledger().saySame(base, next)) {
      findings.succeeds(() -> closing.cleanUp(retired, found.approvals(), base));
      return Outcome.unwritten(new Applied(run.unwritten(), base));
    }
    LedgerRead read = found.standing().read();
    Optional<LedgerWrite.Written> written = closing.publish(COMMAND, read, next);
    if (written.isEmpty()) {
      return Outcome.unwritten(new Applied(run.unwritten().unconverged(), base));
    }
    findings.succeeds(() -> {
      session.reached(ControlPoints.afterLedgerWrite(COMMAND));
      closing.cleanUp(retired, found.approvals(), next);
    });
    return new Outcome<>(new Applied(run, next), written);
  }
}
