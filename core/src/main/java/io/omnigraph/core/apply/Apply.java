package io.omnigraph.core.apply;

import io.omnigraph.api.Address;
import io.omnigraph.api.kind.Change;
import io.omnigraph.api.kind.ControlContext;
import io.omnigraph.api.kind.Execution;
import io.omnigraph.core.approval.Approval;
import io.omnigraph.core.approval.ApprovalBook;
import io.omnigraph.core.desired.DesiredState;
import io.omnigraph.core.fault.ControlPoints;
import io.omnigraph.core.kinds.Kinds;
import io.omnigraph.core.ledger.Ledger;
import io.omnigraph.core.ledger.LedgerDraft;
import io.omnigraph.core.ledger.LedgerRead;
import io.omnigraph.core.ledger.LedgerStore;
import io.omnigraph.core.plan.Plan;
import io.omnigraph.core.plan.PlannedChange;
import io.omnigraph.core.plan.WorkOrder;
import io.omnigraph.core.recovery.FencedOperations;
import io.omnigraph.core.recovery.SidecarStore;
import io.omnigraph.core.recovery.Sweep;
import io.omnigraph.core.report.ApplyReport;
import io.omnigraph.core.report.ApplyReport.Run;
import io.omnigraph.core.session.Session;
import io.omnigraph.core.session.Workspace;
import io.omnigraph.ground.Diagnostic;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** One run of {@code cluster apply}. */
public final class Apply {

  private static final String COMMAND = "apply";

  private final Session session;
  private final Workspace workspace;
  private final Kinds kinds;
  private final Optional<String> actor;
  private Ledger onDisk = Ledger.empty();
  private Run run = Run.aborted(List.of());

  private Apply(Workspace workspace, Optional<String> actor) {
    this.workspace = workspace;
    this.kinds = workspace.kinds();
    this.actor = actor;
    this.session = new Session(workspace, workspace.loader().load(workspace.directory()));
  }

  /**
   * Converges reality to the declaration and records it.
   *
   * @param actor who runs it, where that is known
   */
  public static ApplyReport run(Workspace workspace, Optional<String> actor) {
    Apply apply = new Apply(workspace, actor);
    if (apply.session.isSound()) {
      apply.session.underLock(COMMAND, apply::underLock);
    }
    return apply.report();
  }

  private ApplyReport report() {
    return new ApplyReport(
        workspace.directory(),
        actor,
        session.config().desired().map(DesiredState::configDigest),
        session.observations(),
        run,
        onDisk.statuses(),
        kinds,
        session.findings());
  }

  private void underLock() {
    LedgerRead read = session.readLedger();
    session.reportUnusable(read);
    if (read instanceof LedgerRead.Present(var ledger, _)) {
      onDisk = ledger;
      if (session.hasRoomIn(ledger)) {
        converge(read, ledger);
      }
    } else if (read instanceof LedgerRead.Absent) {
      String message = "there is no ledger yet; make one with `cluster import`";
      session.report(Diagnostic.error("state_missing", LedgerStore.KEY, message));
    }
  }

  private void converge(LedgerRead read, Ledger ledger) {
    if (session.isStopped()) {
      return;
    }
    ApprovalBook book = session.readApprovals();
    LedgerDraft draft = new LedgerDraft(ledger, kinds);
    ControlContext context = session.context(actor, draft);
    SidecarStore.Listing sidecars = session.stores().sidecars().list();
    session.report(sidecars.findings());
    Sweep.Outcome swept =
        new Sweep(kinds, new FencedOperations(kinds), book)
            .settle(sidecars.sidecars(), draft, context);
    session.report(swept.findings());

    ApprovalBook.Unused approvals = book.unused(draft.at(0));
    Plan plan = workspace.planner().plan(desired(), draft.at(0), approvals, swept.pending());
    session.report(plan.diagnostics());
    RunningPlan running = new RunningPlan(plan, kinds);
    run = Run.aborted(running.changes());
    if (breaksGate(plan)) {
      return;
    }
    String cas = read.found().map(LedgerRead::cas).orElse(null);
    Fence fence = new Fence(session, running, context, cas);
    try {
      execute(running, fence, approvals);
    } finally {
      run = Run.aborted(running.changes());
    }

    LedgerUpdate.Author author = new LedgerUpdate.Author(actor, workspace.clock().instant());
    new LedgerUpdate(running, kinds, desired(), approvals, author).into(draft);
    session.report(MovedResources.of(running, swept.moved(), kinds).observe(draft, kinds, context));
    boolean isConverged = settle(draft, approvals, swept.pending());
    List<String> retired = new ArrayList<>(swept.retired());
    retired.addAll(fence.completed());
    record(read, draft, new Ending(running, isConverged, retired, book));
  }

  private DesiredState desired() {
    return session.desired();
  }

  /** A guard against a planner that lets a gated change through. */
  private boolean breaksGate(Plan plan) {
    Set<Address> unapproved = new HashSet<>();
    plan.gates().stream()
        .filter(gate -> !gate.isSatisfied())
        .forEach(gate -> unapproved.add(gate.address()));
    boolean isBroken =
        plan.changes().stream()
            .anyMatch(change -> change.isApplied() && unapproved.contains(change.address()));
    if (isBroken) {
      String message = "a change that needs an approval was planned without one; nothing was done";
      session.report(Diagnostic.error("apply_approval_invariant_violation", "changes", message));
    }
    return isBroken;
  }

  private void execute(RunningPlan running, Fence fence, ApprovalBook.Unused approvals) {
    WorkOrder order = running.order();
    Publication publication = new Publication(session, running);
    int moving = 1 + lastFenced(order.writes(), running);
    Consumer<Change> write =
        change ->
            step(
                change,
                running,
                () -> {
                  if (isFenced(change, running)) {
                    executeFenced(change, running, fence, approvals);
                  } else {
                    publication.publish(change);
                  }
                });
    order.writes().subList(0, moving).forEach(write);
    warnOfWhatWaits(running);
    order.writes().subList(moving, order.writes().size()).forEach(write);
    session.reached(ControlPoints.AFTER_PAYLOAD_PHASE);
    for (Change change : order.deletions()) {
      if (isFenced(change, running)) {
        step(change, running, () -> executeFenced(change, running, fence, approvals));
      } else if (!running.goesWithOwner(change)) {
        step(change, running, () -> running.done(change));
      }
    }
  }

  /** Carries out a change, unless an earlier failure has blocked it or the command is to stop. */
  private void step(Change change, RunningPlan running, Runnable work) {
    if (running.isApplied(change.address())) {
      if (session.isStopped()) {
        running.stopped();
      } else {
        work.run();
      }
    }
  }

  private static int lastFenced(List<Change> writes, RunningPlan running) {
    int last = writes.size() - 1;
    while (last >= 0 && !isFenced(writes.get(last), running)) {
      last--;
    }
    return last;
  }

  private static boolean isFenced(Change change, RunningPlan running) {
    return running.execution(change).filter(Execution.FENCED::equals).isPresent();
  }

  private void executeFenced(
      Change change, RunningPlan running, Fence fence, ApprovalBook.Unused approvals) {
    Optional<String> approval =
        running
            .approvalReason(change)
            .flatMap(_ -> approvals.covering(change, desired().configDigest()).stream().findFirst())
            .map(Approval::id);
    fence.execute(change, approval.orElse(null));
  }

  private void warnOfWhatWaits(RunningPlan running) {
    for (PlannedChange planned : running.changes()) {
      String path = planned.address().toString();
      String reason = planned.because().orElse("");
      switch (planned.disposition()) {
        case DEFERRED ->
            session.report(
                Diagnostic.warning(
                    "apply_unsupported_change",
                    path,
                    "this change is deferred: %s".formatted(reason)));
        case BLOCKED ->
            session.report(
                Diagnostic.warning(
                    "apply_dependency_blocked", path, "this change is blocked: " + reason));
        case APPLIED, DERIVED -> {}
      }
    }
  }

  /** Finds out what is left to do, and says so in the draft. */
  private boolean settle(LedgerDraft draft, ApprovalBook.Unused approvals, Set<Address> pending) {
    Plan rest = workspace.planner().plan(desired(), draft.at(0), approvals, pending);
    boolean isConverged = rest.changes().isEmpty() && pending.isEmpty();
    if (isConverged) {
      draft.convergedUnder(desired().configDigest());
    }
    Set<Address> unsettled = new HashSet<>();
    rest.changes().forEach(change -> unsettled.add(change.address()));
    draft.statuses().keySet().stream()
        .filter(address -> pending.contains(kinds.rootOf(address)))
        .forEach(unsettled::add);
    LedgerUpdate.settleStatuses(draft, desired(), unsettled);
    desired().resources().values().stream()
        .filter(resource -> !unsettled.contains(resource.address()))
        .forEach(resource -> draft.depending(resource.address(), resource.dependsOn()));
    return isConverged;
  }

  /**
   * What is left when everything is done.
   *
   * @param retired the sidecars that may go once the ledger is on disk
   */
  private record Ending(
      RunningPlan plan, boolean isConverged, List<String> retired, ApprovalBook approvals) {

    Run run(boolean isWritten) {
      return Run.finished(plan.changes(), isConverged, isWritten);
    }
  }

  private void record(LedgerRead read, LedgerDraft draft, Ending ending) {
    Ledger next = draft.at(onDisk.revision() + 1);
    boolean isNew = !session.stores().ledger().saySame(onDisk, next);
    if (isNew) {
      if (!session.publish(COMMAND, read, next)) {
        run = Run.finished(ending.plan().changes(), false, false);
        return;
      }
      onDisk = next;
    }
    run = ending.run(isNew);
    if (isNew) {
      session.reached(ControlPoints.afterLedgerWrite(COMMAND));
    }
    session.cleanUp(ending.retired(), ending.approvals(), onDisk);
  }
}
