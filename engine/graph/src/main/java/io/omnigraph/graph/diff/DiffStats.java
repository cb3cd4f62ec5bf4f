package io.omnigraph.graph.diff;

import java.util.List;

/**
 * How much differs.
 *
 * @param typesAffected names of types, sorted
 */
public record DiffStats(long inserts, long updates, long deletes, List<String> typesAffected) {

  public DiffStats {
    typesAffected = List.copyOf(typesAffected);
  }
}
