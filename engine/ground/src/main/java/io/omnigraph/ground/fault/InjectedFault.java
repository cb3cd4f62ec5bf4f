package io.omnigraph.ground.fault;

/**
 * Thrown at a fault point that was told to fail. Reported as the diagnostic {@code
 * injected_failpoint}.
 */
public final class InjectedFault extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String point;

  /** A fault at {@code point}. */
  public InjectedFault(String point) {
    super("injected fault at " + point);
    this.point = point;
  }

  /** A fault at {@code point} that was itself brought about by {@code cause}. */
  public InjectedFault(String point, Throwable cause) {
    super("injected fault at " + point, cause);
    this.point = point;
  }

  /** The name of the fault point. */
  public String point() {
    return point;
  }
}
