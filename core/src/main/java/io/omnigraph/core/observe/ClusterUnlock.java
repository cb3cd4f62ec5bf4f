package io.omnigraph.core.observe;

import io.omnigraph.core.lock.LockRead;
import io.omnigraph.core.lock.StateLock;
import io.omnigraph.core.report.StateObservations.SeenLock;
import io.omnigraph.core.report.UnlockReport;
import io.omnigraph.core.session.Findings;
import io.omnigraph.core.session.Session;
import io.omnigraph.core.session.Workspace;
import io.omnigraph.ground.Diagnostic;
import java.io.UncheckedIOException;
import java.util.Optional;

/** The command {@code cluster force-unlock}. */
public final class ClusterUnlock {

  private ClusterUnlock() {}

  /** Removes the lock if it has exactly this id: its own, or the one that names its bytes. */
  public static UnlockReport run(Workspace workspace, String lockId) {
    Session session = Session.openHeader(workspace);
    Findings findings = session.findings();
    if (!session.isSound()) {
      return new UnlockReport(workspace.directory(), session.observations(), false, findings.all());
    }
    LockRead lock = session.stores().lock().read();
    Optional<SeenLock> removed = unlock(session, lock, lockId, findings);
    return new UnlockReport(
        workspace.directory(),
        session.observations().seeing(removed.orElseGet(lock::seen)),
        removed.isPresent(),
        findings.all());
  }

  /** The lock that was removed; empty when it stays, and the findings say why. */
  private static Optional<SeenLock> unlock(
      Session session, LockRead found, String lockId, Findings findings) {
    return switch (found) {
      case LockRead.Free _ -> refused(findings, "state_lock_missing", "nobody holds the lock");
      case LockRead.Unreadable(var message) -> refused(findings, LockRead.Unreadable.CODE, message);
      case LockRead.Broken(var id, _, _) when id.equals(lockId) ->
          remove(session, new SeenLock.RemovedBroken(id), findings);
      case LockRead.Broken(_, var code, var message) -> refused(findings, code, message);
      case LockRead.Held(var lock) when !lock.id().equals(lockId) ->
          refused(
              findings,
              "state_lock_id_mismatch",
              "the lock that is held has the id `%s`, not `%s`".formatted(lock.id(), lockId));
      case LockRead.Held(var lock) -> remove(session, new SeenLock.Removed(lock), findings);
    };
  }

  private static Optional<SeenLock> remove(Session session, SeenLock removed, Findings findings) {
    try {
      session.stores().lock().remove();
      return Optional.of(removed);
    } catch (UncheckedIOException e) {
      return refused(findings, "state_lock_error", String.valueOf(e.getMessage()));
    }
  }

  private static Optional<SeenLock> refused(Findings findings, String code, String message) {
    findings.add(Diagnostic.error(code, StateLock.KEY, message));
    return Optional.empty();
  }
}
