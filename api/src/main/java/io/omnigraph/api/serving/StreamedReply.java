package io.omnigraph.api.serving;

import java.io.IOException;
import java.io.OutputStream;

/** A reply that is written piece by piece and never held whole. */
public interface StreamedReply {

  /** The media type of what is written. */
  String mediaType();

  /**
   * Writes the body. Everything that can be refused was refused before; a failure here cuts the
   * connection.
   *
   * @throws IOException when the client is gone
   */
  void writeTo(OutputStream out) throws IOException;
}
