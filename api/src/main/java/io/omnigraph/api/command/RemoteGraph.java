package io.omnigraph.api.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnigraph.ground.json.Json;
import java.util.function.Consumer;

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
   * Gets a resource that is sent line by line, and passes on each line as it comes.
   *
   * @throws CommandFailure as {@link #get}
   */
  default void lines(String path, Consumer<String> line) {
    line.accept(Json.compact(get(path)));
  }

  /**
   * Posts a JSON body and passes on each line of the answer as it comes.
   *
   * @throws CommandFailure as {@link #get}
   */
  default void postLines(String path, JsonNode body, Consumer<String> line) {
    line.accept(Json.compact(post(path, body)));
  }
}
