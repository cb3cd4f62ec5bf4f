package io.omnigraph.cli.remote;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.omnigraph.api.command.CommandFailure;
import io.omnigraph.api.command.RemoteGraph;
import io.omnigraph.api.command.Target;
import io.omnigraph.api.json.Json;
import java.io.IOException;
<<<<<<< HEAD
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringWriter;
import java.io.Writer;
=======
import java.io.UncheckedIOException;
>>>>>>> main
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A remote graph over the JDK's HTTP client. Follows no redirects, retries nothing. */
public final class HttpRemoteGraph implements RemoteGraph {

  private static final Duration CONNECT = Duration.ofSeconds(30);

  private final Target.Remote target;

  /** A client for one graph. */
  public HttpRemoteGraph(Target.Remote target) {
    this.target = target;
  }

  @Override
  public JsonNode get(String path) {
    return send(request(path).GET());
  }

  @Override
  public JsonNode post(String path, JsonNode body) {
    return send(posting(path, body));
  }

  @Override
  public void postStreaming(String path, JsonNode body, Writer to) {
    exchange(
        posting(path, body).build(),
        HttpResponse.BodyHandlers.ofInputStream(),
        response -> {
          try (Reader content = new InputStreamReader(response.body(), StandardCharsets.UTF_8)) {
            if (response.statusCode() / 100 != 2) {
              StringWriter answer = new StringWriter();
              content.transferTo(answer);
              return body(response.statusCode(), answer.toString());
            }
            content.transferTo(to);
            return NullNode.getInstance();
          }
        });
  }

  @Override
  public JsonNode delete(String path) {
    return send(request(path).DELETE());
  }

  @Override
  public void lines(String path, Consumer<String> line) {
    HttpRequest request = request(path).GET().build();
    try (HttpClient client = HttpClient.newBuilder().connectTimeout(CONNECT).build()) {
      HttpResponse<Stream<String>> response =
          client.send(request, HttpResponse.BodyHandlers.ofLines());
      try (Stream<String> lines = response.body()) {
        if (response.statusCode() / 100 != 2) {
          throw failure(response.statusCode(), lines.collect(Collectors.joining("\n")));
        }
        lines.forEach(line);
      }
    } catch (ConnectException e) {
      throw CommandFailure.failed("cannot reach " + request.uri() + ": nobody listens there");
    } catch (IOException | UncheckedIOException e) {
      throw CommandFailure.failed("lost " + request.uri() + " before the end of its answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw CommandFailure.failed("interrupted while waiting for " + request.uri(), e);
    }
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(target.uri() + path));
    String token = target.token();
    return token == null ? builder : builder.header("Authorization", "Bearer " + token);
  }

  private HttpRequest.Builder posting(String path, JsonNode body) {
    return request(path)
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(Json.compact(body)));
  }

  private JsonNode send(HttpRequest.Builder builder) {
    return exchange(
        builder.build(),
        HttpResponse.BodyHandlers.ofString(),
        response -> body(response.statusCode(), response.body()));
  }

  private static <T> JsonNode exchange(
      HttpRequest request, HttpResponse.BodyHandler<T> handler, Answer<T> answer) {
    try (HttpClient client = HttpClient.newBuilder().connectTimeout(CONNECT).build()) {
      return answer.read(client.send(request, handler));
    } catch (ConnectException e) {
      throw CommandFailure.failed("cannot reach " + request.uri() + ": nobody listens there");
    } catch (IOException e) {
      throw CommandFailure.failed("cannot reach " + request.uri(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw CommandFailure.failed("interrupted while waiting for " + request.uri(), e);
    }
  }

<<<<<<< HEAD
  private static JsonNode body(int status, String content) {
    boolean succeeded = status / 100 == 2;
    try {
      JsonNode body = Json.mapper().readTree(content);
      if (succeeded) {
        return body;
      }
      if (body.path("error").isTextual()) {
        throw CommandFailure.failed(body.get("error").textValue());
      }
    } catch (JsonProcessingException e) {
      if (succeeded) {
        throw CommandFailure.failed("the server's answer is not JSON", e);
      }
    }
    throw CommandFailure.failed("server returned " + status + ": " + content);
  }

  /** Reads an answer. */
  @FunctionalInterface
  private interface Answer<T> {

    JsonNode read(HttpResponse<T> response) throws IOException;
=======
  private static JsonNode body(HttpResponse<String> response) {
    if (response.statusCode() / 100 != 2) {
      throw failure(response.statusCode(), response.body());
    }
    try {
      return Json.mapper().readTree(response.body());
    } catch (JsonProcessingException e) {
      throw CommandFailure.failed("the server's answer is not JSON", e);
    }
  }

  private static CommandFailure failure(int status, String body) {
    String fallback = "server returned " + status + ": " + body;
    try {
      JsonNode error = Json.mapper().readTree(body).path("error");
      return CommandFailure.failed(error.isTextual() ? error.textValue() : fallback);
    } catch (JsonProcessingException e) {
      return CommandFailure.failed(fallback, e);
    }
>>>>>>> main
  }
}
