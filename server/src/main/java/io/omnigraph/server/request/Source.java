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

  /** The bytes; blocks until they arrive. */
  InputStream open() throws IOException;
}
