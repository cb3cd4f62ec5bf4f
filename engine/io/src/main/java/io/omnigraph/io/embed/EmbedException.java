package io.omnigraph.io.embed;

/** A file cannot be used as it is. The message is one sentence for whoever asked. */
public final class EmbedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  EmbedException(String message) {
    super(message);
  }
}
