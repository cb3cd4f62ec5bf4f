package io.omnigraph.execute.result;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns JSON of a server into the values that a local run would have. */
final class JsonValues {

  private JsonValues() {}

  static Map<String, @Nullable Object> object(JsonNode node) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    node.properties().forEach(field -> values.put(field.getKey(), value(field.getValue())));
    return Collections.unmodifiableMap(values);
  }

  static Map<String, @Nullable Object> wrapped(JsonNode node) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    values.put("value", value(node));
    return Collections.unmodifiableMap(values);
  }

  private static @Nullable Object value(JsonNode node) {
    return switch (node.getNodeType()) {
      case STRING -> node.asText();
      case BOOLEAN -> node.asBoolean();
      case NUMBER -> number(node);
      case ARRAY -> list(node);
      case OBJECT, POJO -> object(node);
      case NULL, MISSING, BINARY -> null;
    };
  }

  private static Object number(JsonNode node) {
    if (!node.isIntegralNumber()) {
      return node.doubleValue();
    }
    return node.canConvertToLong() ? (Object) node.longValue() : node.bigIntegerValue();
  }

  private static List<@Nullable Object> list(JsonNode node) {
    List<@Nullable Object> elements = new ArrayList<>(node.size());
    node.forEach(element -> elements.add(value(element)));
    return Collections.unmodifiableList(elements);
  }
}
