package io.omnigraph.api.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.Writer;

/** A graph behind a server, reached over HTTP. */
public interface RemoteGraph {

  /**
   * Gets a resource below the graph's base.
   *
   * @param path below the base, beginning with {@code /}, its dynamic parts percent-encoded
   * @throws CommandFailure with the server's message when it answers with a failure, or when it
   *     cannot be reached
   */
  JsonNode get(String path);

  /**
   * Posts a JSON body.
   *
   * @throws CommandFailure as {@link #get}
   */
  JsonNode post(String path, JsonNode body);

  /**
   * Deletes a resource.
   *
   * @throws CommandFailure as {@link #get}
   */
  JsonNode delete(String path);

  /**
   * Posts a JSON body and copies the answer as it comes; it is never held whole.
   *
   * @throws CommandFailure as {@link #get}, and when the answer breaks off
   */
  void postStreaming(String path, JsonNode body, Writer to);
}
