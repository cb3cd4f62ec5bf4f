package io.omnigraph.graph.embed;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnigraph.ground.json.Json;
import io.omnigraph.ground.json.ParsedJson;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * Asks a provider over HTTP, and asks again when it is busy, cannot be reached or takes too long.
 * Safe for use by many threads.
 */
final class ProviderClient {

  private static final int TOO_MANY_REQUESTS = 429;
  private static final int MOST_DOUBLINGS = 10;

  private final Map<String, String> headers;
  private final String secret;
  private final Map<String, String> environment;
  private @Nullable Connection connection;

  /**
   * A client, which connects when it is first used.
   *
   * @param headers sent with every request, besides the content type
   * @param secret never shown, wherever it turns up; empty for none
   * @param environment with the settings that all providers share
   */
  ProviderClient(Map<String, String> headers, String secret, Map<String, String> environment) {
    this.headers = Map.copyOf(headers);
    this.secret = secret;
    this.environment = Map.copyOf(environment);
  }

  private record Connection(HttpClient http, Duration timeout, int attempts, Duration backoff) {}

  /** The provider's answer to a request. */
  JsonNode post(String url, JsonNode body) {
    Connection open = connection();
    HttpRequest request = request(url, body, open.timeout());
    try {
      return answer(request.uri(), ask(open, request));
    } catch (IOException e) {
      throw new EmbeddingException(
          "the embedding provider at `%s` cannot be reached (%d attempts): %s"
              .formatted(request.uri().getAuthority(), open.attempts(), shown(e)),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      CancellationException cancelled =
          new CancellationException("interrupted while waiting for the embedding provider");
      cancelled.initCause(e);
      throw cancelled;
    }
  }

  private HttpRequest request(String url, JsonNode body, Duration timeout) {
    try {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(new URI(url))
              .timeout(timeout)
              .header("content-type", "application/json")
              .POST(HttpRequest.BodyPublishers.ofString(Json.compact(body)));
      headers.forEach(request::header);
      return request.build();
    } catch (URISyntaxException | IllegalArgumentException e) {
      throw new NoEmbedderException(
          "the embedding provider cannot be asked at `%s`: %s"
              .formatted(url, withoutSecret(String.valueOf(e.getMessage()))));
    }
  }

  private synchronized Connection connection() {
    if (connection == null) {
      Duration timeout = Duration.ofMillis(setting("OMNIGRAPH_EMBED_TIMEOUT_MS", 30_000));
      connection =
          new Connection(
              HttpClient.newBuilder().connectTimeout(timeout).build(),
              timeout,
              setting("OMNIGRAPH_EMBED_RETRY_ATTEMPTS", 4),
              Duration.ofMillis(setting("OMNIGRAPH_EMBED_RETRY_BACKOFF_MS", 200)));
    }
    return connection;
  }

  private static HttpResponse<String> ask(Connection open, HttpRequest request)
      throws IOException, InterruptedException {
    for (int attempt = 1; ; attempt++) {
      try {
        HttpResponse<String> response =
            open.http().send(request, HttpResponse.BodyHandlers.ofString());
        boolean isBusy = response.statusCode() == TOO_MANY_REQUESTS || response.statusCode() >= 500;
        if (!isBusy || attempt >= open.attempts()) {
          return response;
        }
      } catch (IOException e) {
        if (attempt >= open.attempts()) {
          throw e;
        }
      }
      Thread.sleep(open.backoff().multipliedBy(1L << Math.min(attempt - 1, MOST_DOUBLINGS)));
    }
  }

  private JsonNode answer(URI uri, HttpResponse<String> response) {
    JsonNode body = parsed(response.body());
    if (response.statusCode() != 200) {
      String reason = body.path("error").path("message").asText();
      throw new EmbeddingException(
          "the embedding provider at `%s` answered with status %d%s"
              .formatted(
                  uri.getAuthority(),
                  response.statusCode(),
                  reason.isEmpty() ? "" : ": " + withoutSecret(reason)));
    }
    return body;
  }

  private static JsonNode parsed(String body) {
    return switch (Json.parse(body)) {
      case ParsedJson.Value(JsonNode json) -> json;
      // An error page of a proxy, say: whoever asked sees that nothing is where it should be.
      case ParsedJson.Refused _ -> Json.object();
    };
  }

  private static String shown(IOException failure) {
    String message = failure.getMessage();
    return message == null ? failure.getClass().getSimpleName() : message;
  }

  private String withoutSecret(String text) {
    return secret.isEmpty() ? text : text.replace(secret, "***");
  }

  private int setting(String name, int usual) {
    String text = environment.getOrDefault(name, "").trim();
    if (text.isEmpty()) {
      return usual;
    }
    if (!text.matches("[1-9][0-9]{0,8}")) {
      throw new NoEmbedderException(
          "`%s` must be a whole number from 1 on, not `%s`".formatted(name, text));
    }
    return Integer.parseInt(text);
  }
}
