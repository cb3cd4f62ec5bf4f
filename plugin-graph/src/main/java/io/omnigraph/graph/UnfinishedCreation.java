package io.omnigraph.graph;

import io.omnigraph.api.storage.Storage;
import java.util.Set;

/**
 * What the creation of a graph leaves at its root when its process dies. A creation ends with the
 * first ref: without one there is no graph, and nobody can have loaded anything.
 */
public final class UnfinishedCreation {

  private static final String REFS = "refs";
  private static final Set<String> WRITTEN = Set.of("graph.json", "schemas", "commits", REFS);

  private UnfinishedCreation() {}

  /**
   * Whether there is nothing at a place but what an unfinished creation has written, so that it may
   * be removed; also true when nothing is there at all.
   *
   * @throws java.io.UncheckedIOException when the place cannot be looked at
   */
  public static boolean isAllThatIsAt(Storage storage, String key) {
    String below = key.isEmpty() ? "" : key + "/";
    return WRITTEN.containsAll(storage.children(key)) && storage.children(below + REFS).isEmpty();
  }
}
