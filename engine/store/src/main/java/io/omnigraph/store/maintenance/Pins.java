package io.omnigraph.store.maintenance;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.stream.Collectors;

/**
 * The commits that snapshots of this process show. A pin lasts as long as somebody holds the
 * snapshot. Safe for use by several threads.
 */
public final class Pins {

  private static final Map<Object, Pin> HELD = Collections.synchronizedMap(new WeakHashMap<>());

  private Pins() {}

  /**
   * Pins a commit.
   *
   * @param root of its graph
   * @param holder the pin lasts as long as it is reachable; compared by identity
   */
  public static void hold(String root, String commit, Object holder) {
    HELD.put(holder, new Pin(root, commit));
  }

  /** The commits of a graph that are pinned. */
  public static Set<String> of(String root) {
    synchronized (HELD) {
      return HELD.values().stream()
          .filter(pin -> pin.root().equals(root))
          .map(Pin::commit)
          .collect(Collectors.toSet());
    }
  }

  private record Pin(String root, String commit) {}
}
