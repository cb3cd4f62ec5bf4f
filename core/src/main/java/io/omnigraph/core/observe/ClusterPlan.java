package io.omnigraph.core.observe;

import io.omnigraph.core.ledger.Ledger;
import io.omnigraph.core.report.PlanReport;
import io.omnigraph.core.saved.Foreseen;
import io.omnigraph.core.saved.ProposedPlan;
import io.omnigraph.core.session.Ended;
import io.omnigraph.core.session.Findings;
import io.omnigraph.core.session.Locking;
import io.omnigraph.core.session.Outcome;
import io.omnigraph.core.session.Session;
import io.omnigraph.core.session.Standing;
import io.omnigraph.core.session.Workspace;

/**
 * The command {@code cluster plan}: shows what an apply would do now, interrupted operations
 * included. Takes no lock and writes nothing anywhere. Immutable.
 */
public final class ClusterPlan {

  private final Session session;

  private ClusterPlan(Session session) {
    this.session = session;
  }

  /** Makes the plan. */
  public static ProposedPlan run(Workspace workspace) {
    Session session = Session.open(workspace);
    Ended<Foreseen> ended =
        new Locking(session).withoutLock(Foreseen.nothing(), new ClusterPlan(session)::plan);
    PlanReport report =
        new PlanReport(
            workspace.directory(),
            session.config().desired(),
            ended.observations(),
            ended.outcome().plan(),
            ended.outcome().previews(),
            workspace.kinds(),
            ended.findings());
    return ProposedPlan.of(session, report, ended.outcome());
  }

  private Outcome<Foreseen> plan(Standing standing, Findings findings) {
    Ledger ledger = standing.ledger();
    findings.addAll(standing.sidecars().warnings());
    standing.read().problem().ifPresent(findings::add);
    ledger.exhaustion().ifPresent(findings::add);
    return Outcome.unwritten(
        findings.hasErrors() ? Foreseen.nothing() : Foreseen.of(session, standing, findings));
  }
}
