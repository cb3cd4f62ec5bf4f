package io.omnigraph.core.lock;

import io.omnigraph.core.report.StateObservations.HeldLock;

/** What looking at the lock came to. */
public sealed interface LockRead {

  /** Nobody holds it. */
  record Free() implements LockRead {}

  /** Somebody holds it. */
  record Held(HeldLock lock) implements LockRead {}

  /**
   * Something is there, but who holds it cannot be told.
   *
   * @param code the diagnostic code for that
   */
  record Unclear(String code, String message) implements LockRead {}
}
