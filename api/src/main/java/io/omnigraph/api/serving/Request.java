package io.omnigraph.api.serving;

/**
 * A request with its body.
 *
 * @param <I> the type of the body
 */
public interface Request<I> extends Head {

  /** The body. */
  I body();
}
