package io.omnigraph.server.request;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.OptionalLong;

/** A request body as it arrives. */
public interface Source {

  /** The value of {@code Content-Type}. */
  Optional<String> contentType();

  /** The announced length; empty when none is. */
  OptionalLong contentLength();

  /** Whether a body follows that does not announce its length. */
  boolean isUnbounded();

  /**
   * The bytes; blocks until they arrive. They must have arrived in time, or else reading fails with
   * an {@link IncompleteBodyException}.
   */
  InputStream open() throws IOException;
}
