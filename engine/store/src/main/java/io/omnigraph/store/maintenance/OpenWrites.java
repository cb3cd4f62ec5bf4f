package io.omnigraph.store.maintenance;

import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The writes of this process that take long and have files which no commit names yet. Safe for use
 * by several threads.
 */
public final class OpenWrites {

  /** Guards itself. */
  private static final Set<Open> OPEN = new HashSet<>();

  private OpenWrites() {}

  /**
   * Notes that a write has begun; it lasts until what is returned is closed.
   *
   * @param root of its graph
   */
  public static Open begin(String root, Instant now) {
    Open begun = new Open(root, now);
    synchronized (OPEN) {
      OPEN.add(begun);
    }
    return begun;
  }

  /** When the oldest write to a graph that is open began; empty when there is none. */
  static Optional<Instant> oldest(String root) {
    synchronized (OPEN) {
      return OPEN.stream()
          .filter(open -> open.root.equals(root))
          .map(open -> open.begun)
          .min(Instant::compareTo);
    }
  }

  /** A write that has begun. */
  public static final class Open implements AutoCloseable {

    private final String root;
    private final Instant begun;

    private Open(String root, Instant begun) {
      this.root = root;
      this.begun = begun;
    }

    @Override
    public void close() {
      synchronized (OPEN) {
        OPEN.remove(this);
      }
    }
  }
}
