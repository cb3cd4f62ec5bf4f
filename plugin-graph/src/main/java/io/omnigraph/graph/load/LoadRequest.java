package io.omnigraph.graph.load;

import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What a load is to do.
 *
 * @param branch an existing branch
 * @param actor recorded in the commit; absent when nobody is named
 * @param progress told the number of records read so far, after each; from 1 again when the write
 *     is repeated
 */
public record LoadRequest(
    String branch, LoadMode mode, @Nullable String actor, LongConsumer progress) {

  /** A load that tells nobody how far it is. */
  public LoadRequest(String branch, LoadMode mode, @Nullable String actor) {
    this(branch, mode, actor, _ -> {});
  }
}
