package io.omnigraph.graph.change;

import org.jspecify.annotations.Nullable;

/**
 * What a commit says about where it comes from.
 *
 * @param actor absent when nobody is named
 * @param operation such as {@code mutate}
 * @param mergedParent the head of the branch that was merged; absent for everything but merges
 */
public record Authorship(@Nullable String actor, String operation, @Nullable String mergedParent) {

  /** Of a commit with one parent. */
  public Authorship(@Nullable String actor, String operation) {
    this(actor, operation, null);
  }
}
