package io.omnigraph.graph.maintenance;

/** How far a repair may go. */
public enum RepairMode {
  /** Only look. */
  PREVIEW,
  /** Mend what can be mended without losing anything. */
  CONFIRM,
  /** Mend everything that can be mended, also by going back to an older state. */
  FORCE
}
