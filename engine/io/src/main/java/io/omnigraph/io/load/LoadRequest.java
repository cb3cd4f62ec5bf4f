package io.omnigraph.io.load;

import org.jspecify.annotations.Nullable;

/**
 * What a load is to do.
 *
 * @param branch to load into
 * @param base the branch that a missing {@code branch} is created from; absent when it must exist
 * @param actor recorded in the commit; absent when nobody is named
 * @param message recorded in the commit; absent when there is nothing to say
 * @param progress told how far the load is
 */
public record LoadRequest(
    String branch,
    @Nullable String base,
    LoadMode mode,
    @Nullable String actor,
    @Nullable String message,
    LoadListener progress) {

  /** A load into an existing branch that tells nobody how far it is. */
  public LoadRequest(String branch, LoadMode mode, @Nullable String actor) {
    this(branch, null, mode, actor, null, LoadListener.none());
  }
}
