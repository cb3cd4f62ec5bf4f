package io.omnigraph.core.observe;

import io.omnigraph.api.kind.ControlContext;
import io.omnigraph.core.fault.ControlPoints;
import io.omnigraph.core.ledger.Ledger;
import io.omnigraph.core.ledger.LedgerDraft;
import io.omnigraph.core.ledger.LedgerRead;
import io.omnigraph.core.ledger.LedgerStore;
import io.omnigraph.core.ledger.LedgerWrite;
import io.omnigraph.core.report.RefreshReport;
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
import java.io.UncheckedIOException;
import java.util.Optional;

/**
 * The commands {@code cluster refresh} and {@code cluster import} (docs/reference/cluster.md §17).
 * The outcome is the ledger that is on disk afterwards. Immutable.
 */
public final class ClusterRefresh {

  private final RefreshReport.Command command;
  private final Session session;

  private ClusterRefresh(RefreshReport.Command command, Session session) {
    this.command = command;
    this.session = session;
  }

  /** Looks at everything declared and records what is there. */
  public static RefreshReport run(RefreshReport.Command command, Workspace workspace) {
    Session session = Session.open(workspace);
    Ended<Ledger> ended =
        new Locking(session)
            .underLock(
                command.word(), Ledger.empty(), new ClusterRefresh(command, session)::refresh);
    return new RefreshReport(
        command, workspace.directory(), ended.observations(), ended.outcome(), ended.findings());
  }

  private Outcome<Ledger> refresh(Standing standing, Findings findings) {
    Outcome<Ledger> nothing = Outcome.unwritten(standing.ledger());
    refusal(standing.read()).ifPresent(findings::add);
    return findings.hasErrors()
        ? nothing
        : findings.unlessFailed(
            () -> record(Found.settled(session, standing, Optional.empty(), findings), findings),
            () -> nothing);
  }

  /** Why the ledger that is there cannot be refreshed, or made anew. */
  private Optional<Diagnostic> refusal(LedgerRead read) {
    return switch (command) {
      case REFRESH -> read.problemOrAbsence().or(() -> read.ledgerOrEmpty().exhaustion());
      case IMPORT ->
          switch (read) {
            case LedgerRead.Absent _, LedgerRead.Malformed _ -> Optional.empty();
            case LedgerRead.Present _ -> {
              String message =
                  "there is a ledger already; bring it up to date with `cluster refresh`";
              yield Optional.of(Diagnostic.error("state_already_exists", LedgerStore.KEY, message));
            }
            case LedgerRead.UnknownVersion _, LedgerRead.Unreadable _ -> read.problem();
          };
    };
  }

  private Outcome<Ledger> record(Found<ControlContext> found, Findings findings) {
    LedgerDraft draft = found.draft();
    for (PayloadCheck check : PayloadCheck.of(session.stores().catalog(), draft.resources())) {
      check.finding().ifPresent(findings::add);
      check.into(draft);
    }
    findings.addAll(
        new Observing(session.kinds(), draft, found.context())
            .look(session.desired(), () -> session.isStopped(findings)));
    session.desired().resources().keySet().stream()
        .filter(address -> draft.recorded(address).isPresent())
        .forEach(draft::compose);
    LedgerRead read = found.standing().read();
    // A look that was cut off records nothing.
    if (session.isStopped(findings)
        || (command == RefreshReport.Command.IMPORT && !mayImport(read, findings))) {
      return Outcome.unwritten(found.ledger());
    }
    Closing closing = new Closing(session, findings);
    Ledger next = draft.at(nextRevision(found.ledger()));
    Optional<LedgerWrite.Written> written = closing.publish(command.word(), read, next);
    if (written.isEmpty()) {
      return Outcome.unwritten(found.ledger());
    }
    findings.succeeds(() -> {
      session.reached(ControlPoints.afterLedgerWrite(command.word()));
      closing.cleanUp(found.swept().retired(), found.approvals(), next);
    });
    return new Outcome<>(next, written);
  }

  private long nextRevision(Ledger ledger) {
    return switch (command) {
      case REFRESH -> ledger.revision() + 1;
      case IMPORT -> 1;
    };
  }

  /** A ledger is made only from a clean look; a broken one that it replaces is kept beside it. */
  private boolean mayImport(LedgerRead read, Findings findings) {
    if (findings.hasErrors()) {
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
      findings.add(Diagnostic.warning("invalid_state_json", LedgerStore.KEY, message));
    } catch (UncheckedIOException e) {
      findings.add(
          Diagnostic.error("state_write_error", LedgerStore.KEY, String.valueOf(e.getMessage())));
      return false;
    }
    session.reached(ControlPoints.AFTER_BROKEN_LEDGER_KEPT);
    return true;
  }
}
