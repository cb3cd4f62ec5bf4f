package io.omnigraph.io.embed;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnigraph.ground.json.Json;
import java.util.ArrayList;
import java.util.List;

/** Values as they stand in texts to embed. */
final class FieldText {

  private FieldText() {}

  /** The text of a value; empty for null and for what is missing. */
  static String of(JsonNode value) {
    if (value.isArray()) {
      List<String> items = new ArrayList<>();
      for (JsonNode item : value) {
        String text = of(item);
        if (!text.isEmpty()) {
          items.add(text);
        }
      }
      return String.join(", ", items);
    }
    return value.isObject() ? Json.compact(value) : value.isNull() ? "" : value.asText().trim();
  }
}
