package io.omnigraph.core.observe;

import io.omnigraph.api.Address;
import io.omnigraph.api.kind.LookContext;
import io.omnigraph.api.kind.Preview;
import io.omnigraph.core.approval.ApprovalBook;
import io.omnigraph.core.kinds.Kinds;
import io.omnigraph.core.ledger.LedgerDraft;
import io.omnigraph.core.ledger.LedgerRead;
import io.omnigraph.core.plan.Plan;
import io.omnigraph.core.plan.PlannedChange;
import io.omnigraph.core.recovery.FencedOperations;
import io.omnigraph.core.recovery.SidecarStore;
import io.omnigraph.core.recovery.Sweep;
import io.omnigraph.core.report.PlanReport;
import io.omnigraph.core.session.Session;
import io.omnigraph.core.session.Workspace;
import io.omnigraph.ground.Diagnostic;
import java.util.Map;
import java.util.TreeMap;

/**
 * One run of {@code cluster plan}: shows what an apply would do now, interrupted operations
 * included. Takes no lock and writes nothing anywhere.
 */
public final class PlanCommand {

  private final Session session;
  private final Kinds kinds;
  private final Map<Address, Preview> previews = new TreeMap<>();
  private Plan plan = Plan.none();

  private PlanCommand(Workspace workspace) {
    this.kinds = workspace.kinds();
    this.session = new Session(workspace, workspace.loader().load(workspace.directory()));
  }

  /** Makes the plan. */
  public static PlanReport run(Workspace workspace) {
    PlanCommand command = new PlanCommand(workspace);
    Session session = command.session;
    if (session.isSound()) {
      session.withoutLock(command::look);
    }
    return new PlanReport(
        workspace.directory(),
        session.config().desired(),
        session.observations(),
        command.plan,
        command.previews,
        workspace.kinds(),
        session.findings());
  }

  private void look() {
    // Sidecars first: one that goes meanwhile is then seen in the ledger, and none is overlooked.
    SidecarStore.Listing sidecars = session.stores().sidecars().list();
    session.report(sidecars.warnings());
    LedgerRead read = session.readLedger();
    session.reportUnusable(read);
    if (!session.isSound() || !session.hasRoomIn(read.ledgerOrEmpty())) {
      return;
    }
    ApprovalBook book = session.readApprovals();
    LedgerDraft draft = new LedgerDraft(read.ledgerOrEmpty(), kinds);
    LookContext context = session.look(draft);
    Sweep.Outcome foreseen =
        new Sweep(kinds, new FencedOperations(kinds), book)
            .foresee(sidecars.sidecars(), draft, context);
    foreseen.unsettled().stream().map(PlanCommand::asWarning).forEach(session::report);
    plan =
        session
            .workspace()
            .planner()
            .plan(session.desired(), draft.at(0), book.unused(draft.at(0)), foreseen.pending());
    session.report(plan.diagnostics());
    for (PlannedChange change : plan.changes()) {
      if (session.isStopped()) {
        return;
      }
      preview(change, context);
    }
  }

  /** A plan fails for nothing that only an apply would run into. */
  private static Diagnostic asWarning(Diagnostic finding) {
    return Diagnostic.warning(finding.code(), finding.path(), finding.message());
  }

  private void preview(PlannedChange planned, LookContext context) {
    kinds
        .of(planned.address())
        .flatMap(kind -> kind.preview(planned.change(), context))
        .ifPresent(preview -> {
          previews.put(planned.address(), preview);
          session.report(preview.diagnostics());
        });
  }
}
