package io.omnigraph.graph.merge;

import org.jspecify.annotations.Nullable;

/**
 * What to merge.
 *
 * @param source the branch whose changes are taken
 * @param target the branch that they come to
 * @param grain what counts as changed on both sides
 * @param actor recorded in the commit; absent when nobody is named
 * @param message recorded in the commit; absent when there is nothing to say
 */
public record MergeRequest(
    String source, String target, Grain grain, @Nullable String actor, @Nullable String message) {

  /** What two sides must not both have changed in different ways. */
  public enum Grain {
    /** A row: two different changes to one row are a conflict. */
    ROW,
    /**
     * A property of a row: changes to different properties of one row are both taken. The rules of
     * the schema are checked on the row that results.
     */
    CELL
  }
}
