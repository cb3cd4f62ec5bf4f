package io.omnigraph.store.maintenance;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.WeakHashMap;
import java.util.stream.Collectors;

/**
 * The commits that snapshots of this process show. A pin lasts as long as somebody holds the
 * snapshot. A cleanup of this process takes commits from readers in one step: it gets those that
 * nobody has pinned, and from then on they cannot be pinned. Safe for use by several threads.
 */
public final class Pins {

  /** Guards everything here. */
  private static final Object LOCK = new Object();

  private static final Map<Object, Pin> HELD = new WeakHashMap<>();
  private static final Map<Taking, Set<String>> TAKEN = new HashMap<>();
  private static final Map<String, Long> TURNS = new HashMap<>();

  private Pins() {}

  /**
   * Pins a commit.
   *
   * @param root of its graph
   * @param holder the pin lasts as long as it is reachable; compared by identity
   * @param turn of the graph when it was read that the commit is there
   * @return whether it did; it does not when a cleanup took commits meanwhile, and then the commit
   *     may be gone
   */
  public static boolean hold(String root, String commit, Object holder, long turn) {
    synchronized (LOCK) {
      if (turn != turn(root) || isTaken(root, commit)) {
        return false;
      }
      HELD.put(holder, new Pin(root, commit));
      return true;
    }
  }

  /** Ends a pin before its holder is forgotten. */
  static void release(Object holder) {
    synchronized (LOCK) {
      HELD.remove(holder);
    }
  }

  /** How often cleanups of this process have begun or ended to take commits from a graph. */
  public static long turn(String root) {
    synchronized (LOCK) {
      return TURNS.getOrDefault(root, 0L);
    }
  }

  /** The commits of a graph that are pinned. */
  static Set<String> of(String root) {
    synchronized (LOCK) {
      return HELD.values().stream()
          .filter(pin -> pin.root().equals(root))
          .map(Pin::commit)
          .collect(Collectors.toSet());
    }
  }

  /** Takes those of some commits that nobody has pinned, until the taking is closed. */
  static Taking take(String root, Set<String> wanted) {
    synchronized (LOCK) {
      Set<String> taken = new TreeSet<>(wanted);
      taken.removeAll(of(root));
      Taking taking = new Taking(root);
      TAKEN.put(taking, taken);
      TURNS.merge(root, 1L, Long::sum);
      return taking;
    }
  }

  private static boolean isTaken(String root, String commit) {
    return TAKEN.entrySet().stream()
        .anyMatch(entry -> entry.getKey().root.equals(root) && entry.getValue().contains(commit));
  }

  /** Commits that a cleanup has taken from readers. */
  static final class Taking implements AutoCloseable {

    private final String root;

    private Taking(String root) {
      this.root = root;
    }

    /** The commits. */
    Set<String> commits() {
      synchronized (LOCK) {
        return Set.copyOf(TAKEN.getOrDefault(this, Set.of()));
      }
    }

    /** Lets them be pinned again, which is in vain when they are gone. */
    @Override
    public void close() {
      synchronized (LOCK) {
        if (TAKEN.remove(this) != null) {
          TURNS.merge(root, 1L, Long::sum);
        }
      }
    }
  }

  private record Pin(String root, String commit) {}
}
