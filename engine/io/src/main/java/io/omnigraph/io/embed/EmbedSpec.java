package io.omnigraph.io.embed;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnigraph.graph.embed.GeminiProvider;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which vectors are made from what (docs/reference/graph-engine.md §12.3).
 *
 * @param model that makes them
 * @param dimension of each
 * @param types what is made for the rows of a type, by its name
 */
public record EmbedSpec(String model, int dimension, Map<String, Target> types) {

  public EmbedSpec {
    types = Map.copyOf(types);
  }

  /**
   * A vector.
   *
   * @param property that it is put into
   * @param fields whose values make up the text, in this order
   */
  public record Target(String property, List<String> fields) {

    public Target {
      fields = List.copyOf(fields);
    }
  }

  /**
   * Reads a specification.
   *
   * @param place that messages name, such as a file
   * @throws EmbedException when it is not one
   */
  public static EmbedSpec read(JsonNode spec, String place) {
    if (!spec.isObject()) {
      throw new EmbedException("%s: expected an object with the embeddings".formatted(place));
    }
    String model = spec.path("model").asText(GeminiProvider.MODEL);
    if (!model.equals(GeminiProvider.MODEL)) {
      throw new EmbedException(
          "%s: unknown model `%s`; the only one is `%s`"
              .formatted(place, model, GeminiProvider.MODEL));
    }
    JsonNode dimension = spec.path("dimension");
    if (!dimension.canConvertToInt() || dimension.asInt() < 1) {
      throw new EmbedException(
          "%s: `dimension` must be a whole number from 1 on, not `%s`".formatted(place, dimension));
    }
    JsonNode types = spec.path("types");
    if (!types.isObject()) {
      throw new EmbedException("%s: `types` must name what is embedded, by type".formatted(place));
    }
    Map<String, Target> targets = new LinkedHashMap<>();
    types
        .properties()
        .forEach(type ->
            targets.put(
                type.getKey(), target(type.getValue(), place + ": types." + type.getKey())));
    return new EmbedSpec(model, dimension.asInt(), targets);
  }

  private static Target target(JsonNode node, String place) {
    String property = node.path("target").asText("").trim();
    if (property.isEmpty()) {
      throw new EmbedException(place + ": `target` must name the property for the vector");
    }
    List<String> fields = new ArrayList<>();
    for (JsonNode field : node.path("fields")) {
      fields.add(field.asText());
    }
    if (fields.isEmpty()) {
      throw new EmbedException(place + ": `fields` must list the properties that make the text");
    }
    return new Target(property, fields);
  }
}
