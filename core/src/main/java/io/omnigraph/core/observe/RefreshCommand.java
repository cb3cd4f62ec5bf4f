package io.omnigraph.core.observe;

import io.omnigraph.api.kind.ControlContext;
import io.omnigraph.core.approval.ApprovalBook;
import io.omnigraph.core.fault.ControlPoints;
import io.omnigraph.core.kinds.Kinds;
import io.omnigraph.core.ledger.Ledger;
import io.omnigraph.core.ledger.LedgerDraft;
import io.omnigraph.core.ledger.LedgerRead;
import io.omnigraph.core.ledger.LedgerStore;
import io.omnigraph.core.recovery.FencedOperations;
import io.omnigraph.core.recovery.SidecarStore;
import io.omnigraph.core.recovery.Sweep;
import io.omnigraph.core.report.RefreshReport;
import io.omnigraph.core.report.RefreshReport.Command;
import io.omnigraph.core.session.Session;
import io.omnigraph.core.session.Workspace;
import io.omnigraph.ground.Diagnostic;
import java.io.UncheckedIOException;
import java.util.Optional;

/** One run of {@code cluster refresh} or {@code cluster import} (specification section 17). */
public final class RefreshCommand {

  private final Command command;
  private final Session session;
  private final Kinds kinds;
  private Ledger onDisk = Ledger.empty();

  private RefreshCommand(Command command, Workspace workspace) {
    this.command = command;
    this.session = new Session(workspace, workspace.loader().load(workspace.directory()));
    this.kinds = workspace.kinds();
  }

  /** Looks at everything declared and records what is there. */
  public static RefreshReport run(Command command, Workspace workspace) {
    RefreshCommand run = new RefreshCommand(command, workspace);
    if (run.session.isSound()) {
      run.session.underLock(command.word(), run::underLock);
    }
    return new RefreshReport(
        command,
        workspace.directory(),
        run.session.observations(),
        run.onDisk,
        run.session.findings());
  }

  private void underLock() {
    LedgerRead read = session.readLedger();
    onDisk = read.ledgerOrEmpty();
    switch (command) {
      case REFRESH -> {
        session.reportUnusable(read);
        if (read instanceof LedgerRead.Present(var ledger, _)) {
          if (session.hasRoomIn(ledger)) {
            record(read);
          }
        } else if (read instanceof LedgerRead.Absent) {
          String message = "there is no ledger yet; make one with `cluster import`";
          session.report(Diagnostic.error("state_missing", LedgerStore.KEY, message));
        }
      }
      case IMPORT -> {
        switch (read) {
          case LedgerRead.Absent _, LedgerRead.Malformed _ -> record(read);
          case LedgerRead.Present _ -> {
            String message =
                "there is a ledger already; bring it up to date with `cluster refresh`";
            session.report(Diagnostic.error("state_already_exists", LedgerStore.KEY, message));
          }
          case LedgerRead.UnknownVersion _, LedgerRead.Unreadable _ -> session.reportUnusable(read);
        }
      }
    }
  }

  private void record(LedgerRead read) {
    ApprovalBook book = session.readApprovals();
    LedgerDraft draft = new LedgerDraft(onDisk, kinds);
    ControlContext context = session.context(Optional.empty(), draft);
    SidecarStore.Listing sidecars = session.stores().sidecars().list();
    session.report(sidecars.findings());
    Sweep.Outcome swept =
        new Sweep(kinds, new FencedOperations(kinds), book)
            .settle(sidecars.sidecars(), draft, context);
    session.report(swept.findings());
    for (PayloadCheck check : PayloadCheck.of(session.stores().catalog(), draft.resources())) {
      check.finding().ifPresent(session::report);
      check.into(draft);
    }
    session.report(
        new Observing(kinds, draft, context).look(session.desired(), session::isStopped));
    session.desired().resources().keySet().stream()
        .filter(address -> draft.recorded(address).isPresent())
        .forEach(draft::compose);
    // A look that was cut off records nothing.
    if (session.isStopped() || (command == Command.IMPORT && !mayImport(read))) {
      return;
    }
    Ledger next = draft.at(command == Command.IMPORT ? 1 : onDisk.revision() + 1);
    if (session.publish(command.word(), read, next)) {
      onDisk = next;
      session.reached(ControlPoints.afterLedgerWrite(command.word()));
      session.cleanUp(swept.retired(), book, next);
    }
  }

  /** A ledger is made only from a clean look; a broken one that it replaces is kept beside it. */
  private boolean mayImport(LedgerRead read) {
    if (!session.isSound()) {
      return false;
    }
    if (!(read instanceof LedgerRead.Malformed(var file, var reason))) {
      return true;
    }
    try {
      String kept = session.stores().ledger().keepBroken(file, session.workspace().ids().get());
      String message =
          "the ledger could not be understood (%s) and was made anew; its bytes are kept at %s"
              .formatted(reason, kept);
      session.report(Diagnostic.warning("invalid_state_json", LedgerStore.KEY, message));
    } catch (UncheckedIOException e) {
      session.report(
          Diagnostic.error("state_write_error", LedgerStore.KEY, String.valueOf(e.getMessage())));
      return false;
    }
    session.reached(ControlPoints.AFTER_BROKEN_LEDGER_KEPT);
    return true;
  }
}
