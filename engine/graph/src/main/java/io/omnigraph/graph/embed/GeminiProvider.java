package io.omnigraph.graph.embed;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omnigraph.ground.json.Json;
import java.util.List;
import java.util.Map;

/** Vectors of the Gemini API (docs/reference/graph-engine.md §12.2). */
public final class GeminiProvider implements EmbeddingProvider {

  /** The model that makes the vectors. */
  public static final String MODEL = "gemini-embedding-2-preview";

  private static final String KEY = "GEMINI_API_KEY";
  private static final String USUAL_BASE = "https://generativelanguage.googleapis.com/v1beta";

  /** Made by the service loader. */
  public GeminiProvider() {}

  @Override
  public String name() {
    return "gemini";
  }

  @Override
  public Embedder embedder(Map<String, String> environment) {
    String key = environment.getOrDefault(KEY, "").trim();
    if (key.isEmpty()) {
      return NoEmbedderException.withoutKey(KEY);
    }
    String base = environment.getOrDefault("OMNIGRAPH_GEMINI_BASE_URL", USUAL_BASE);
    return new Gemini(
        base + "/models/" + MODEL + ":embedContent",
        new ProviderClient(Map.of("x-goog-api-key", key), key, environment));
  }

  /** Asks for each text by itself, for some at the same time. */
  private record Gemini(String url, ProviderClient client) implements Embedder {

    @Override
    public List<float[]> embed(List<String> texts, int dimension, Purpose purpose) {
      return SideBySide.map(texts, text -> vector(text, dimension, purpose));
    }

    private float[] vector(String text, int dimension, Purpose purpose) {
      ObjectNode body = Json.object().put("model", "models/" + MODEL);
      body.putObject("content").putArray("parts").addObject().put("text", text);
      body.put("taskType", "RETRIEVAL_" + purpose.name()).put("outputDimensionality", dimension);
      return ProvidedVector.read(
          client.post(url, body).path("embedding").path("values"), dimension);
    }
  }
}
