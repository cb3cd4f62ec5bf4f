package io.omnigraph.core.observe;

import io.omnigraph.core.lock.LockRead;
import io.omnigraph.core.lock.StateLock;
import io.omnigraph.core.report.StateObservations.SeenLock;
import io.omnigraph.core.report.UnlockReport;
import io.omnigraph.core.session.Session;
import io.omnigraph.core.session.Workspace;
import io.omnigraph.ground.Diagnostic;
import java.io.UncheckedIOException;

/** One run of {@code cluster force-unlock}. */
public final class UnlockCommand {

  private UnlockCommand() {}

  /** Removes the lock if it has exactly this id: its own, or the one that names its bytes. */
  public static UnlockReport run(Workspace workspace, String lockId) {
    Session session = new Session(workspace, workspace.loader().loadHeader(workspace.directory()));
    boolean isRemoved = session.isSound() && unlock(session, lockId);
    return new UnlockReport(
        workspace.directory(), session.observations(), isRemoved, session.findings());
  }

  private static boolean unlock(Session session, String lockId) {
    return switch (session.observeLock()) {
      case LockRead.Free _ -> {
        report(session, "state_lock_missing", "nobody holds the lock");
        yield false;
      }
      case LockRead.Unreadable(var message) -> {
        report(session, LockRead.Unreadable.CODE, message);
        yield false;
      }
      case LockRead.Broken(var id, _, _) when id.equals(lockId) ->
          remove(session, new SeenLock.RemovedBroken(id));
      case LockRead.Broken(_, var code, var message) -> {
        report(session, code, message);
        yield false;
      }
      case LockRead.Held(var lock) when !lock.id().equals(lockId) -> {
        report(
            session,
            "state_lock_id_mismatch",
            "the lock that is held has the id `%s`, not `%s`".formatted(lock.id(), lockId));
        yield false;
      }
      case LockRead.Held(var lock) -> remove(session, new SeenLock.Removed(lock));
    };
  }

  private static boolean remove(Session session, SeenLock removed) {
    try {
      session.stores().lock().remove();
      session.unlocked(removed);
      return true;
    } catch (UncheckedIOException e) {
      report(session, "state_lock_error", String.valueOf(e.getMessage()));
      return false;
    }
  }

  private static void report(Session session, String code, String message) {
    session.report(Diagnostic.error(code, StateLock.KEY, message));
  }
}
