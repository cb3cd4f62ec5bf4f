package io.omnigraph.query.rank;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omnigraph.api.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CancellationException;

/** Has the Gemini API make vectors (section 8.4), and asks again when it is busy. */
final class GeminiEmbedder implements Embedder {

  private static final String MODEL = "gemini-embedding-2-preview";
  private static final int TOO_MANY_REQUESTS = 429;

  private final String key;
  private final URI uri;
  private final Duration timeout;
  private final int attempts;
  private final Duration backoff;

  private GeminiEmbedder(String key, Map<String, String> environment) {
    this.key = key;
    String base =
        environment.getOrDefault(
            "OMNIGRAPH_GEMINI_BASE_URL", "https://generativelanguage.googleapis.com/v1beta");
    this.uri = URI.create(base + "/models/" + MODEL + ":embedContent");
    this.timeout = Duration.ofMillis(number(environment, "OMNIGRAPH_EMBED_TIMEOUT_MS", 30_000));
    this.attempts = (int) number(environment, "OMNIGRAPH_EMBED_RETRY_ATTEMPTS", 4);
    this.backoff = Duration.ofMillis(number(environment, "OMNIGRAPH_EMBED_RETRY_BACKOFF_MS", 200));
  }

  /** An embedder with the settings of some environment variables. */
  static Embedder from(String key, Map<String, String> environment) {
    return new GeminiEmbedder(key, environment);
  }

  @Override
  public float[] embed(String text, int dimension) {
    HttpRequest request =
        HttpRequest.newBuilder(uri)
            .timeout(timeout)
            .header("x-goog-api-key", key)
            .header("content-type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body(text, dimension)))
            .build();
    try (HttpClient client = HttpClient.newBuilder().connectTimeout(timeout).build()) {
      return vector(ask(client, request), dimension);
    } catch (IOException e) {
      throw new UncheckedIOException("the embedding provider cannot be reached", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      CancellationException cancelled = new CancellationException("the query was interrupted");
      cancelled.initCause(e);
      throw cancelled;
    }
  }

  private HttpResponse<String> ask(HttpClient client, HttpRequest request)
      throws IOException, InterruptedException {
    Duration pause = backoff;
    for (int attempt = 1; ; attempt++) {
      try {
        HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
        boolean isBusy = response.statusCode() == TOO_MANY_REQUESTS || response.statusCode() >= 500;
        if (!isBusy || attempt >= attempts) {
          return response;
        }
      } catch (IOException e) {
        if (attempt >= attempts) {
          throw e;
        }
      }
      Thread.sleep(pause);
      pause = pause.multipliedBy(2);
    }
  }

  private static float[] vector(HttpResponse<String> response, int dimension) {
    if (response.statusCode() != 200) {
      throw new IllegalStateException(
          "the embedding provider answered with status " + response.statusCode());
    }
    JsonNode values = read(response.body()).path("embedding").path("values");
    if (values.size() != dimension) {
      throw new IllegalStateException(
          "the embedding provider answered with " + values.size() + " values, not " + dimension);
    }
    float[] vector = new float[dimension];
    for (int i = 0; i < dimension; i++) {
      vector[i] = values.get(i).floatValue();
    }
    return MockEmbedder.normalised(vector);
  }

  private static JsonNode read(String body) {
    try {
      return Json.mapper().readTree(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the embedding provider answered with broken JSON", e);
    }
  }

  private static String body(String text, int dimension) {
    ObjectNode body = Json.object().put("model", "models/" + MODEL);
    body.putObject("content").putArray("parts").addObject().put("text", text);
    body.put("taskType", "RETRIEVAL_QUERY").put("outputDimensionality", dimension);
    return Json.compact(body);
  }

  private static long number(Map<String, String> environment, String name, long usual) {
    String text = environment.getOrDefault(name, "").trim();
    return text.matches("[0-9]{1,9}") ? Long.parseLong(text) : usual;
  }
}
