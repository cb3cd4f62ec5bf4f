package io.omnigraph.graph.embed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omnigraph.ground.Quantity;
import io.omnigraph.ground.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Vectors of the OpenAI API, and of every server that speaks it. Such a server of one's own, at
 * {@code OMNIGRAPH_OPENAI_BASE_URL}, may do without a key.
 */
public final class OpenAiProvider implements EmbeddingProvider {

  private static final String KEY = "OPENAI_API_KEY";
  private static final String BASE = "OMNIGRAPH_OPENAI_BASE_URL";
  private static final String USUAL_BASE = "https://api.openai.com/v1";
  private static final String USUAL_MODEL = "text-embedding-3-small";
  private static final int TEXTS_PER_REQUEST = 64;

  /** Made by the service loader. */
  public OpenAiProvider() {}

  @Override
  public String name() {
    return "openai";
  }

  @Override
  public Embedder embedder(Map<String, String> environment) {
    String key = environment.getOrDefault(KEY, "").trim();
    if (key.isEmpty() && !environment.containsKey(BASE)) {
      return NoEmbedderException.withoutKey(KEY);
    }
    Map<String, String> headers =
        key.isEmpty() ? Map.of() : Map.of("authorization", "Bearer " + key);
    return new OpenAi(
        environment.getOrDefault(BASE, USUAL_BASE) + "/embeddings",
        environment.getOrDefault("OMNIGRAPH_OPENAI_MODEL", USUAL_MODEL),
        new ProviderClient(headers, key, environment));
  }

  /** Asks for many texts with one request. */
  private record OpenAi(String url, String model, ProviderClient client) implements Embedder {

    @Override
    public List<float[]> embed(List<String> texts, int dimension, Purpose purpose) {
      List<float[]> vectors = new ArrayList<>(texts.size());
      for (int first = 0; first < texts.size(); first += TEXTS_PER_REQUEST) {
        int end = Math.min(first + TEXTS_PER_REQUEST, texts.size());
        vectors.addAll(batch(texts.subList(first, end), dimension));
      }
      return vectors;
    }

    private List<float[]> batch(List<String> texts, int dimension) {
      ObjectNode body = Json.object().put("model", model);
      ArrayNode input = body.putArray("input");
      texts.forEach(input::add);
      body.put("dimensions", dimension).put("encoding_format", "float");
      JsonNode data = client.post(url, body).path("data");
      if (data.size() != texts.size()) {
        throw new EmbeddingException(
            "the embedding provider answered with %s for %s"
                .formatted(Quantity.of(data.size(), "vector"), Quantity.of(texts.size(), "text")));
      }
      return ordered(data).stream().map(values -> ProvidedVector.read(values, dimension)).toList();
    }

    /** The vectors in the order of their texts; each answer says which of them it belongs to. */
    private static List<JsonNode> ordered(JsonNode data) {
      SortedMap<Integer, JsonNode> ordered = new TreeMap<>();
      for (int i = 0; i < data.size(); i++) {
        ordered.put(data.get(i).path("index").asInt(i), data.get(i).path("embedding"));
      }
      if (ordered.size() < data.size()) {
        throw new EmbeddingException("the embedding provider answered twice for one text");
      }
      return List.copyOf(ordered.values());
    }
  }
}
