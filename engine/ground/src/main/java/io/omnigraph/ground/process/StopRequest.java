package io.omnigraph.ground.process;

import java.util.function.Supplier;

/**
 * Whether somebody asked the process to stop, as Ctrl-C does.
 *
 * <p>A process that is asked ends at once, unless one of its commands has {@linkplain #defer
 * deferred} that: such a command looks at {@link #isMade} between its steps, begins no further one,
 * records what it did, and ends by itself. Safe for use by several threads.
 */
public interface StopRequest {

  /** Whether it was made. */
  boolean isMade();

  /** From now on, until the deferral is closed, the process does not end at once. */
  Deferral defer();

  /** Does something that must not be cut off. */
  default <R> R afterwards(Supplier<R> work) {
    try (Deferral _ = defer()) {
      return work.get();
    }
  }

  /** Waits until it is made. */
  void await() throws InterruptedException;

  /** Ends the work here, by way of {@link Stopped}, if the request was made. */
  default void check() {
    if (isMade()) {
      throw new Stopped();
    }
  }

  /** Nobody asks. */
  static StopRequest never() {
    return new NeverStopped();
  }

  /** Work that must not be cut off. */
  @FunctionalInterface
  interface Deferral extends AutoCloseable {

    @Override
    void close();
  }
}
