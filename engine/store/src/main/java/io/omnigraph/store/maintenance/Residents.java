package io.omnigraph.store.maintenance;

/**
 * Who is in the graphs of an engine, by their roots: cleanups leave alone what they read.
 *
 * @param pins the commits that snapshots show
 */
public record Residents(Pins pins) {

  /** Nobody yet. */
  public Residents() {
    this(new Pins());
  }
}
