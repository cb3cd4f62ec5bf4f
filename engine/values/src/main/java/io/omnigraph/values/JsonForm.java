package io.omnigraph.values;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes values as JSON, in the one form in which results, diffs and exports show them. */
public final class JsonForm {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private JsonForm() {}

  /** The tree of a value; JSON's null for none. */
  public static JsonNode tree(PropertyType type, @Nullable Object value) {
    return value == null ? NODES.nullNode() : tree(type.json(value));
  }

  /** Writes a value. */
  public static void write(PropertyType type, Object value, JsonGenerator to) throws IOException {
    write(type.json(value), to);
  }

  private static JsonNode tree(@Nullable Object json) {
    return switch (json) {
      case null -> NODES.nullNode();
      case Long number when number == number.intValue() -> NODES.numberNode(number.intValue());
      case Long number -> NODES.numberNode(number.longValue());
      case BigInteger number -> NODES.numberNode(number);
      case Double number -> NODES.numberNode(number.doubleValue());
      case Boolean truth -> NODES.booleanNode(truth);
      case String text -> NODES.textNode(text);
      case List<?> list -> {
        ArrayNode array = NODES.arrayNode(list.size());
        list.forEach(element -> array.add(tree(element)));
        yield array;
      }
      default -> throw unexpected(json);
    };
  }

  private static void write(@Nullable Object json, JsonGenerator to) throws IOException {
    switch (json) {
      case null -> to.writeNull();
      case Long number -> to.writeNumber(number);
      case BigInteger number -> to.writeNumber(number);
      case Double number -> to.writeNumber(number);
      case Boolean truth -> to.writeBoolean(truth);
      case String text -> to.writeString(text);
      case List<?> list -> {
        to.writeStartArray();
        for (Object element : list) {
          write(element, to);
        }
        to.writeEndArray();
      }
      default -> throw unexpected(json);
    }
  }

  private static IllegalArgumentException unexpected(Object json) {
    return new IllegalArgumentException("no scalar has JSON of " + json.getClass());
  }
}
