package io.omnigraph.core.lock;

/** What taking the lock came to. */
public sealed interface Acquisition {

  /** It is ours. */
  record Acquired(String lockId) implements Acquisition {}

  /** Somebody was faster. */
  record HeldByOther(LockRead holder) implements Acquisition {}

  /** The store could not do it. */
  record Failed(String message) implements Acquisition {}
}
