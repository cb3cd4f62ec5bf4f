package io.omnigraph.core.observe;

import io.omnigraph.core.ledger.Ledger;
import io.omnigraph.core.ledger.LedgerRead;
import io.omnigraph.core.ledger.LedgerStore;
import io.omnigraph.core.report.StatusReport;
import io.omnigraph.core.session.Session;
import io.omnigraph.core.session.Workspace;
import io.omnigraph.ground.Diagnostic;

/** One run of {@code cluster status}: reads the ledger and the catalog, and nothing else. */
public final class StatusCommand {

  private StatusCommand() {}

  /** Shows what is recorded. */
  public static StatusReport run(Workspace workspace) {
    Session session = new Session(workspace, workspace.loader().loadHeader(workspace.directory()));
    Ledger ledger = session.isSound() ? look(session) : Ledger.empty();
    return new StatusReport(
        workspace.directory(), session.observations(), ledger, session.findings());
  }

  private static Ledger look(Session session) {
    session.observeLock().warning().ifPresent(session::report);
    session.report(session.stores().sidecars().list().warnings());
    LedgerRead read = session.readLedger();
    session.reportUnusable(read);
    if (read instanceof LedgerRead.Absent) {
      String message = "there is no ledger yet; make one with `cluster import`";
      session.report(Diagnostic.warning("state_missing", LedgerStore.KEY, message));
    }
    Ledger ledger = read.ledgerOrEmpty();
    PayloadCheck.of(session.stores().catalog(), ledger.resources())
        .forEach(found -> found.finding().ifPresent(session::report));
    return ledger;
  }
}
