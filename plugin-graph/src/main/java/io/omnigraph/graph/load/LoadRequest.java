package io.omnigraph.graph.load;

import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What a load is to do.
 *
 * @param branch to load into
 * @param base the branch that a missing {@code branch} is created from; absent when it must exist
 * @param actor recorded in the commit; absent when nobody is named
 * @param progress told the number of records read so far, after each; from 1 again when the write
 *     is repeated
 */
public record LoadRequest(
    String branch,
    @Nullable String base,
    LoadMode mode,
    @Nullable String actor,
    LongConsumer progress) {

  /** A load into an existing branch that tells nobody how far it is. */
  public LoadRequest(String branch, LoadMode mode, @Nullable String actor) {
    this(branch, null, mode, actor, _ -> {});
  }
}
