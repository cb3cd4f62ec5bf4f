package io.omnigraph.ground.process;

/**
 * Work was given up because the process was asked to stop. What it had begun is undone on the way
 * up, as after any other failure.
 */
public final class Stopped extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Work was given up. */
  public Stopped() {
    super("stopped before it was done");
  }
}
