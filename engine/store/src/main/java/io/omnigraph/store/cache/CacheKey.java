package io.omnigraph.store.cache;

/**
 * The name of what is cached.
 *
 * @param owner an immutable file with the root of its graph, or another name that stays
 * @param form what is made of it, such as a lookup
 * @param name of what part of it, such as a column
 */
public record CacheKey(String owner, Form form, String name) {

  /** The forms of what is cached. */
  public enum Form {
    COLUMN,
    IDS,
    NODES,
    TUPLES,
    WORDS,
    DELETIONS,
    DELTA,
    ADJACENCY,
    COMMIT
  }
}
