package io.omnigraph.core.observe;

import io.omnigraph.api.Address;
import io.omnigraph.api.kind.LookContext;
import io.omnigraph.api.kind.Preview;
import io.omnigraph.core.ledger.Ledger;
import io.omnigraph.core.plan.Plan;
import io.omnigraph.core.plan.PlannedChange;
import io.omnigraph.core.report.PlanReport;
import io.omnigraph.core.session.Ended;
import io.omnigraph.core.session.Findings;
import io.omnigraph.core.session.Found;
import io.omnigraph.core.session.Locking;
import io.omnigraph.core.session.Outcome;
import io.omnigraph.core.session.Session;
import io.omnigraph.core.session.Standing;
import io.omnigraph.core.session.Workspace;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

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
  public static PlanReport run(Workspace workspace) {
    Session session = Session.open(workspace);
    Planned none = new Planned(Plan.none(), Map.of());
    Ended<Planned> ended = new Locking(session).withoutLock(none, new ClusterPlan(session)::plan);
    return new PlanReport(
        workspace.directory(),
        session.config().desired(),
        ended.observations(),
        ended.outcome().plan(),
        ended.outcome().previews(),
        workspace.kinds(),
        ended.findings());
  }

  /** A plan, and what its changes would do exactly. */
  private record Planned(Plan plan, Map<Address, Preview> previews) {}

  private Outcome<Planned> plan(Standing standing, Findings findings) {
    Ledger ledger = standing.ledger();
    findings.addAll(standing.sidecars().warnings());
    standing.read().problem().ifPresent(findings::add);
    ledger.exhaustion().ifPresent(findings::add);
    if (findings.hasErrors()) {
      return Outcome.unwritten(new Planned(Plan.none(), Map.of()));
    }
    Found<LookContext> found = Found.foreseen(session, standing, findings);
    Ledger expected = found.draft().at(0);
    Plan plan =
        session
            .workspace()
            .planner()
            .plan(
                session.desired(),
                expected,
                found.approvals().unused(expected),
                found.swept().pending());
    findings.addAll(plan.diagnostics());
    return Outcome.unwritten(new Planned(plan, previews(plan, found.context(), findings)));
  }

  private Map<Address, Preview> previews(Plan plan, LookContext context, Findings findings) {
    Map<Address, Preview> previews = new TreeMap<>();
    for (PlannedChange change : plan.changes()) {
      if (session.isStopped(findings)) {
        break;
      }
      session
          .kinds()
          .of(change.address())
          .flatMap(kind -> kind.preview(change.change(), context))
          .ifPresent(preview -> {
            previews.put(change.address(), preview);
            findings.addAll(preview.diagnostics());
          });
    }
    return Collections.unmodifiableMap(previews);
  }
}
