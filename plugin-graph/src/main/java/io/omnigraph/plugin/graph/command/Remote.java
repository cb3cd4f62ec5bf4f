package io.omnigraph.plugin.graph.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.omnigraph.api.command.CommandFailure;
import io.omnigraph.ground.json.Json;

/** Reads the replies of servers. */
final class Remote {

  private Remote() {}

  /**
   * A reply as a record.
   *
   * @throws CommandFailure when it is something else
   */
  static <T> T read(JsonNode reply, Class<T> type) {
    try {
      return Json.mapper().treeToValue(reply, type);
    } catch (JsonProcessingException e) {
      throw CommandFailure.failed(
          "the server's reply is not understood: " + e.getOriginalMessage());
    }
  }
}
