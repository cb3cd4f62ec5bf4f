package io.omnigraph.core.session;

import io.omnigraph.core.fault.ControlPoints;
import io.omnigraph.core.lock.Acquisition;
import io.omnigraph.core.lock.LockRead;
import io.omnigraph.core.lock.StateLock;
import io.omnigraph.core.report.StateObservations;
import io.omnigraph.core.report.StateObservations.Authority;
import io.omnigraph.core.report.StateObservations.HeldLock;
import io.omnigraph.ground.Diagnostic;
import java.io.UncheckedIOException;

/** Runs commands of a session under the lock, or beside it. Immutable. */
public final class Locking {

  private final Session session;

  /** Commands of a session, sound or not. */
  public Locking(Session session) {
    this.session = session;
  }

  /**
   * Runs a command while it holds the lock, or says why it cannot. The lock is given back however
   * the command ends, also when the process is asked to stop meanwhile. Where the configuration
   * switches the lock off, only warns.
   *
   * @param operation the command's word
   * @param nothing what it comes to when it cannot begin
   */
  public <T> Ended<T> underLock(String operation, T nothing, Command<T> command) {
    if (!session.isSound()) {
      return session.refused(nothing);
    }
    try (var _ = session.workspace().stop().defer()) {
      return lockAndRun(operation, nothing, command);
    }
  }

  private <T> Ended<T> lockAndRun(String operation, T nothing, Command<T> command) {
    Findings findings = session.findings();
    StateObservations nothingSeen = session.observations();
    if (!session.config().header().orElseThrow(IllegalStateException::new).usesLock()) {
      String message = "the lock is switched off; only the ledger's compare-and-swap protects it";
      findings.add(Diagnostic.warning("state_lock_disabled", "state.lock", message));
      return run(nothingSeen.without(Authority.UNLOCKED), nothing, command, findings);
    }
    Workspace workspace = session.workspace();
    String id = workspace.ids().get();
    return switch (session.stores().lock().acquire(operation, id, workspace.processId())) {
      case Acquisition.Acquired(var lockId) -> {
        Ended<T> ended;
        try {
          ended = locked(nothingSeen.acquired(lockId), nothing, command, findings);
        } finally {
          release(lockId, findings);
        }
        yield new Ended<>(ended.outcome(), ended.observations(), findings.all());
      }
      case Acquisition.HeldByOther(var holder) -> {
        findings.add(Diagnostic.error("state_lock_held", StateLock.KEY, held(holder)));
        yield new Ended<>(nothing, nothingSeen.seeing(holder.seen()), findings.all());
      }
      case Acquisition.Failed(var message) -> {
        String advice = message + "; make sure that the storage root can be written";
        findings.add(Diagnostic.error("state_lock_error", StateLock.KEY, advice));
        yield new Ended<>(nothing, nothingSeen, findings.all());
      }
    };
  }

  private <T> Ended<T> locked(
      StateObservations seen, T nothing, Command<T> command, Findings findings) {
    if (!findings.succeeds(() -> session.reached(ControlPoints.LOCK_TAKEN))) {
      return new Ended<>(nothing, seen, findings.all());
    }
    Ended<T> ended = run(seen, nothing, command, findings);
    findings.succeeds(() -> session.reached(ControlPoints.BEFORE_UNLOCK));
    return ended;
  }

  private <T> Ended<T> run(
      StateObservations before, T nothing, Command<T> command, Findings findings) {
    Standing standing = Standing.of(session.stores());
    StateObservations seen = before.seeing(standing.read());
    Outcome<T> outcome =
        findings.unlessFailed(
            () -> command.run(standing, findings), () -> Outcome.unwritten(nothing));
    StateObservations after =
        outcome.written().map(it -> seen.withLedger(it.ledger(), it.cas())).orElse(seen);
    return new Ended<>(outcome.value(), after, findings.all());
  }

  private void release(String lockId, Findings findings) {
    try {
      session.stores().lock().release(lockId);
    } catch (UncheckedIOException e) {
      String message =
          "the lock could not be removed (%s); run `cluster force-unlock %s`"
              .formatted(e.getMessage(), lockId);
      findings.add(Diagnostic.error("state_lock_error", StateLock.KEY, message));
    }
  }

  private static String held(LockRead holder) {
    return switch (holder) {
      case LockRead.Held(var lock) -> holding(lock) + "; wait, or if it died run " + way(lock);
      case LockRead.Broken(_, _, var why) -> why;
      case LockRead.Unreadable(var why) -> why;
      case LockRead.Free _ -> "somebody held the lock until just now; try again";
    };
  }

  /**
   * Runs a command that only looks: without the lock, whoever holds it. What it sees may be under
   * way to something else, so a holder is named.
   *
   * @param nothing what it comes to when it cannot begin
   */
  public <T> Ended<T> withoutLock(T nothing, Command<T> command) {
    if (!session.isSound()) {
      return session.refused(nothing);
    }
    Findings findings = session.findings();
    LockRead lock = session.stores().lock().read();
    lock.warning().ifPresent(findings::add);
    if (lock instanceof LockRead.Held(var held)) {
      String message = holding(held) + ", so this may change at any moment; if it died run ";
      findings.add(Diagnostic.warning("state_lock_held", StateLock.KEY, message + way(held)));
    }
    StateObservations seen = session.observations().without(Authority.OBSERVED).seeing(lock.seen());
    return run(seen, nothing, command, findings);
  }

  private static String holding(HeldLock lock) {
    return "`cluster %s` of the process %d holds the lock".formatted(lock.operation(), lock.pid());
  }

  private static String way(HeldLock lock) {
    return "`cluster force-unlock %s`".formatted(lock.id());
  }
}
