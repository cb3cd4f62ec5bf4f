package io.omnigraph.store.maintenance;

/**
 * Who is in the graphs of an engine, by their roots: cleanups leave alone what they read and what
 * they have begun to write.
 *
 * @param pins the commits that snapshots show
 * @param writes those that take long
 */
public record Residents(Pins pins, OpenWrites writes) {

  /** Nobody yet. */
  public Residents() {
    this(new Pins(), new OpenWrites());
  }
}
