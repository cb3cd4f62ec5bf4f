package io.omnigraph.core.observe;

import io.omnigraph.core.ledger.Ledger;
import io.omnigraph.core.ledger.LedgerRead;
import io.omnigraph.core.lock.LockRead;
import io.omnigraph.core.report.StatusReport;
import io.omnigraph.core.session.Ended;
import io.omnigraph.core.session.Findings;
import io.omnigraph.core.session.Session;
import io.omnigraph.core.session.Workspace;
import io.omnigraph.ground.Diagnostic;

/** The command {@code cluster status}: reads the ledger and the catalog, and nothing else. */
public final class ClusterStatus {

  private ClusterStatus() {}

  /** Shows what is recorded. */
  public static StatusReport run(Workspace workspace) {
    Session session = Session.openHeader(workspace);
    Ended<Ledger> ended = session.isSound() ? look(session) : session.refused(Ledger.empty());
    return new StatusReport(
        workspace.directory(), ended.observations(), ended.outcome(), ended.findings());
  }

  private static Ended<Ledger> look(Session session) {
    Findings findings = session.findings();
    LockRead lock = session.stores().lock().read();
    lock.warning().ifPresent(findings::add);
    findings.addAll(session.stores().sidecars().list().warnings());
    LedgerRead read = session.stores().ledger().read();
    read.problemOrAbsence().map(it -> bearable(read, it)).ifPresent(findings::add);
    Ledger ledger = read.ledgerOrEmpty();
    PayloadCheck.of(session.stores().catalog(), ledger.resources())
        .forEach(found -> found.finding().ifPresent(findings::add));
    return new Ended<>(
        ledger, session.observations().seeing(lock.seen()).seeing(read), findings.all());
  }

  /** That there is no ledger yet is worth telling, but a status like others. */
  private static Diagnostic bearable(LedgerRead read, Diagnostic problem) {
    return read instanceof LedgerRead.Absent
        ? Diagnostic.warning(problem.code(), problem.path(), problem.message())
        : problem;
  }
}
