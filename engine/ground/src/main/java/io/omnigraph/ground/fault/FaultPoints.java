package io.omnigraph.ground.fault;

import io.omnigraph.ground.process.StopRequest;

/**
 * Told whenever durable work passes a named point, so that a test can make it fail there.
 *
 * <p>The product runs with {@link #none()}, unless the system property {@code omnigraph.faults}
 * says otherwise ({@link #fromSystemProperty}). Implementations must be safe for use by several
 * threads.
 */
@FunctionalInterface
public interface FaultPoints {

  /**
   * Called just after the step that {@code point} names was made durable, or just before it, as the
   * name says.
   *
   * @throws InjectedFault when a test wants this step to fail; callers let it pass up to the place
   *     that reports the failure of the whole operation
   */
  void reached(String point);

  /** Never fails. */
  static FaultPoints none() {
    return _ -> {};
  }

  /**
   * What the system property {@code omnigraph.faults} asks for: a comma-separated list of {@code
   * point=action}, where the action is {@code fail} (throw {@link InjectedFault}), {@code kill}
   * (end the process at once, as a crash would, with exit code 137) or {@code hang} (wait until
   * somebody kills the process, or asks it to stop). Without the property: {@link #none()}.
   */
  static FaultPoints fromSystemProperty(StopRequest stop) {
    String faults = System.getProperty("omnigraph.faults", "");
    return faults.isBlank() ? none() : ConfiguredFaults.parse(faults, stop);
  }
}
