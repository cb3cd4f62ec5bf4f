package io.omnigraph.graph.write;

import org.jspecify.annotations.Nullable;

/**
 * Where a write goes and who makes it.
 *
 * @param branch an existing branch
 * @param actor recorded in the commit; absent when nobody is named
 * @param operation recorded in the commit, such as {@code mutate}
 * @param message recorded in the commit; absent when there is nothing to say
 */
public record WriteRequest(
    String branch, @Nullable String actor, String operation, @Nullable String message) {

  /** A write that says nothing about itself. */
  public WriteRequest(String branch, @Nullable String actor, String operation) {
    this(branch, actor, operation, null);
  }
}
