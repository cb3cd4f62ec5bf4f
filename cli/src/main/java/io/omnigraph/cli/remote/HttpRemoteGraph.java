package io.omnigraph.cli.remote;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnigraph.api.command.CommandFailure;
import io.omnigraph.api.command.RemoteGraph;
import io.omnigraph.api.command.Target;
import io.omnigraph.ground.json.Json;
import io.omnigraph.ground.json.ParsedJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A remote graph over the JDK's HTTP client. Follows no redirects, retries nothing. */
public final class HttpRemoteGraph implements RemoteGraph {

  private static final Duration CONNECT = Duration.ofSeconds(30);

  private static final char DELETE = 0x7f;

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
  public JsonNode delete(String path) {
    return send(request(path).DELETE());
  }

  @Override
  public void lines(String path, Consumer<String> line) {
    stream(request(path).GET().build(), line);
  }

  @Override
  public void postLines(String path, JsonNode body, Consumer<String> line) {
    stream(posting(path, body).build(), line);
  }

  private static void stream(HttpRequest request, Consumer<String> line) {
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
    return token == null ? builder : builder.header("Authorization", "Bearer " + sendable(token));
  }

  /** The JDK's client would send another character for each that is not ASCII. */
  private String sendable(String token) {
    boolean isSendable = token.chars().allMatch(c -> c > ' ' && c < DELETE);
    if (!isSendable) {
      throw CommandFailure.failed(
          ("the token for %s cannot be sent: expected letters, digits and punctuation of ASCII,"
                  + " found something else; give the actor a token of these on the server")
              .formatted(target.uri()));
    }
    return token;
  }

  private HttpRequest.Builder posting(String path, JsonNode body) {
    return request(path)
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(Json.compact(body)));
  }

  private JsonNode send(HttpRequest.Builder builder) {
    HttpRequest request = builder.build();
    try (HttpClient client = HttpClient.newBuilder().connectTimeout(CONNECT).build()) {
      HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
      return body(response);
    } catch (ConnectException e) {
      throw CommandFailure.failed("cannot reach " + request.uri() + ": nobody listens there");
    } catch (IOException e) {
      throw CommandFailure.failed("cannot reach " + request.uri(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw CommandFailure.failed("interrupted while waiting for " + request.uri(), e);
    }
  }

  private static JsonNode body(HttpResponse<String> response) {
    if (response.statusCode() / 100 != 2) {
      throw failure(response.statusCode(), response.body());
    }
    return switch (Json.parse(response.body())) {
      case ParsedJson.Value(JsonNode json) -> json;
      case ParsedJson.Refused refused ->
          throw CommandFailure.failed("the server's answer is not JSON: " + refused.message());
    };
  }

  private static CommandFailure failure(int status, String body) {
    String fallback = "server returned " + status + ": " + body;
    if (!(Json.parse(body) instanceof ParsedJson.Value(JsonNode answer))) {
      return CommandFailure.failed(fallback);
    }
    JsonNode error = answer.path("error");
    List<String> fixes = fixes(answer);
    if (error.isTextual() && (answer.has("diagnostic") || answer.has("diagnostics"))) {
      return CommandFailure.answered(error.textValue() + String.join("", fixes), answer);
    }
    Map<String, JsonNode> details = new TreeMap<>();
    answer.properties().stream()
        .filter(field -> !field.getKey().equals("error"))
        .forEach(field -> details.put(field.getKey(), field.getValue()));
    return CommandFailure.detailed(error.isTextual() ? error.textValue() : fallback, details);
  }

  /** What the server knows of how a text can be mended, for people. */
  private static List<String> fixes(JsonNode answer) {
    List<String> fixes = new ArrayList<>();
    Stream.concat(Stream.of(answer.path("diagnostic")), answer.path("diagnostics").valueStream())
        .map(diagnostic -> diagnostic.path("fix"))
        .filter(JsonNode::isTextual)
        .forEach(fix -> fixes.add("\n  fix: " + fix.textValue()));
    return fixes;
  }
}
