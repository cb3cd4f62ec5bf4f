package io.omnigraph.store.maintenance;

import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The writes of an engine that take long and have files which no commit names yet. Safe for use by
 * several threads.
 */
public final class OpenWrites {

  /** Guards itself. */
  private final Set<Open> all = new HashSet<>();

  /**
   * Notes that a write has begun; it lasts until what is returned is closed.
   *
   * @param root of its graph
   */
  public Open begin(String root, Instant now) {
    Open begun = new Open(this, root, now);
    synchronized (all) {
      all.add(begun);
    }
    return begun;
  }

  /** When the oldest write to a graph that is open began; empty when there is none. */
  Optional<Instant> oldest(String root) {
    synchronized (all) {
      return all.stream()
          .filter(open -> open.root.equals(root))
          .map(open -> open.begun)
          .min(Instant::compareTo);
    }
  }

  /** A write that has begun. */
  public static final class Open implements AutoCloseable {

    private final OpenWrites writes;
    private final String root;
    private final Instant begun;

    private Open(OpenWrites writes, String root, Instant begun) {
      this.writes = writes;
      this.root = root;
      this.begun = begun;
    }

    @Override
    public void close() {
      synchronized (writes.all) {
        writes.all.remove(this);
      }
    }
  }
}
