package io.omnigraph.core.lock;

import io.omnigraph.core.report.StateObservations.HeldLock;
import io.omnigraph.core.report.StateObservations.SeenLock;
import io.omnigraph.ground.Diagnostic;
import java.util.Optional;

/** What looking at the lock came to. What is not as it should be names its remedy. */
public sealed interface LockRead {

  /** A warning of a lock that is not as it should be, with the way out. */
  default Optional<Diagnostic> warning() {
    return switch (this) {
      case Free _, Held _ -> Optional.empty();
      case Broken(_, var code, var message) ->
          Optional.of(Diagnostic.warning(code, StateLock.KEY, message));
      case Unreadable(var message) ->
          Optional.of(Diagnostic.warning(Unreadable.CODE, StateLock.KEY, message));
    };
  }

  /** What a report shows of it. */
  default SeenLock seen() {
    return switch (this) {
      case Held(var held) -> new SeenLock.Held(held);
      case Broken(var id, _, _) -> new SeenLock.Broken(id);
      case Unreadable _ -> new SeenLock.Unreadable();
      case Free _ -> new SeenLock.None();
    };
  }

  /** Nobody holds it. */
  record Free() implements LockRead {}

  /** Somebody holds it. */
  record Held(HeldLock lock) implements LockRead {}

  /**
   * A lock file is there, but who holds it cannot be told.
   *
   * @param id names these very bytes, for want of an id that they say themselves
   * @param code the diagnostic code
   */
  record Broken(String id, String code, String message) implements LockRead {}

  /** Nobody can tell whether there is one. */
  record Unreadable(String message) implements LockRead {

    /** The diagnostic code. */
    public static final String CODE = "state_lock_read_error";
  }
}
