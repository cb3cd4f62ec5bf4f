package io.omnigraph.store.maintenance;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.WeakHashMap;
import java.util.stream.Collectors;

/**
 * The commits that snapshots of an engine show. A pin lasts as long as somebody holds the snapshot.
 * A cleanup of the engine takes commits from readers in one step: it gets those that nobody has
 * pinned, and from then on they cannot be pinned. Safe for use by several threads.
 */
public final class Pins {

  /** Guards everything here. */
  private final Object lock = new Object();

  private final Map<Object, Pin> held = new WeakHashMap<>();
  private final Map<Taking, Set<String>> taken = new HashMap<>();
  private final Map<String, Long> turns = new HashMap<>();

  /**
   * Pins a commit.
   *
   * @param root of its graph
   * @param holder the pin lasts as long as it is reachable; compared by identity
   * @param turn of the graph when it was read that the commit is there
   * @return whether it did; it does not when a cleanup took commits meanwhile, and then the commit
   *     may be gone
   */
  public boolean hold(String root, String commit, Object holder, long turn) {
    synchronized (lock) {
      if (turn != turn(root) || isTaken(root, commit)) {
        return false;
      }
      held.put(holder, new Pin(root, commit));
      return true;
    }
  }

  /** Ends the pin of a holder at once, without waiting until nobody can reach it. */
  void release(Object holder) {
    synchronized (lock) {
      held.remove(holder);
    }
  }

  /** How often cleanups of the engine have begun or ended to take commits from a graph. */
  public long turn(String root) {
    synchronized (lock) {
      return turns.getOrDefault(root, 0L);
    }
  }

  /** The commits of a graph that are pinned. */
  Set<String> of(String root) {
    synchronized (lock) {
      return held.values().stream()
          .filter(pin -> pin.root().equals(root))
          .map(Pin::commit)
          .collect(Collectors.toSet());
    }
  }

  /** Takes those of some commits that nobody has pinned, until the taking is closed. */
  Taking take(String root, Set<String> wanted) {
    synchronized (lock) {
      Set<String> free = new TreeSet<>(wanted);
      free.removeAll(of(root));
      Taking taking = new Taking(this, root);
      taken.put(taking, free);
      turns.merge(root, 1L, Long::sum);
      return taking;
    }
  }

  private boolean isTaken(String root, String commit) {
    return taken.entrySet().stream()
        .anyMatch(entry -> entry.getKey().root.equals(root) && entry.getValue().contains(commit));
  }

  /** Commits that a cleanup has taken from readers. */
  static final class Taking implements AutoCloseable {

    private final Pins pins;
    private final String root;

    private Taking(Pins pins, String root) {
      this.pins = pins;
      this.root = root;
    }

    /** The commits. */
    Set<String> commits() {
      synchronized (pins.lock) {
        return Set.copyOf(pins.taken.getOrDefault(this, Set.of()));
      }
    }

    /** Lets them be pinned again, which is in vain when they are gone. */
    @Override
    public void close() {
      synchronized (pins.lock) {
        if (pins.taken.remove(this) != null) {
          pins.turns.merge(root, 1L, Long::sum);
        }
      }
    }
  }

  private record Pin(String root, String commit) {}
}
