package io.omnigraph.api.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.omnigraph.ground.json.Json;
import java.util.function.Function;

/**
 * One exchange with a server: a request and how its reply is read.
 *
 * @param exchange sends the request
 * @param reader makes an answer of the reply
 */
public record RemoteCall<A>(Function<RemoteGraph, JsonNode> exchange, Function<JsonNode, A> reader)
    implements Work.Served<A> {

  /** Gets a record. */
  public static <A> RemoteCall<A> get(RemotePath path, Class<A> answer) {
    return new RemoteCall<>(graph -> graph.get(path.text()), as(answer));
  }

  /**
   * Posts a request and gets a record.
   *
   * @param body written to JSON as it is
   */
  public static <A> RemoteCall<A> post(RemotePath path, Object body, Class<A> answer) {
    return post(path, body, as(answer));
  }

  /** Posts a request and gets what is not read as records are. */
  public static <A> RemoteCall<A> post(RemotePath path, Object body, Function<JsonNode, A> reader) {
    return new RemoteCall<>(graph -> graph.post(path.text(), Json.tree(body)), reader);
  }

  /** Deletes something and gets a record. */
  public static <A> RemoteCall<A> delete(RemotePath path, Class<A> answer) {
    return new RemoteCall<>(graph -> graph.delete(path.text()), as(answer));
  }

  @Override
  public A ask(Target.Remote target, RemoteGraph graph) {
    return reader.apply(exchange.apply(graph));
  }

  private static <A> Function<JsonNode, A> as(Class<A> answer) {
    return reply -> {
      try {
        return Json.mapper().treeToValue(reply, answer);
      } catch (JsonProcessingException e) {
        throw CommandFailure.failed(
            "the server's reply is not understood: " + e.getOriginalMessage());
      }
    };
  }
}
