package io.omnigraph.execute.result;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What a read looked at; exactly one of the two is there.
 *
 * @param branch whose head was read
 * @param snapshot id of the commit that was read
 */
@JsonInclude
public record QueryTarget(@Nullable String branch, @Nullable String snapshot) {

  /** The head of a branch. */
  public static QueryTarget branch(String name) {
    return new QueryTarget(name, null);
  }

  /** A commit. */
  public static QueryTarget snapshot(String id) {
    return new QueryTarget(null, id);
  }
}
