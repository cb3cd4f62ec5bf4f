package io.omnigraph.graph.diff;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.FloatNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.omnigraph.ground.json.Json;
import io.omnigraph.schema.catalog.PropertyType;
import io.omnigraph.schema.catalog.Scalar;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Values of properties as JSON, in the forms in which queries show them. */
public final class ValueJson {

  private static final DateTimeFormatter MILLISECONDS =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private ValueJson() {}

  /** A value of a type; JSON's null when there is none. */
  public static JsonNode of(PropertyType type, @Nullable Object value) {
    return switch (value) {
      case null -> NullNode.instance;
      case Long number -> whole(type.scalar(), number);
      case Double number ->
          type.scalar() == Scalar.F32
              ? FloatNode.valueOf(number.floatValue())
              : DoubleNode.valueOf(number);
      case Boolean truth -> BooleanNode.valueOf(truth);
      case float[] vector -> vector(vector);
      case List<?> list -> list(type, list);
      default -> TextNode.valueOf(value.toString());
    };
  }

  private static JsonNode whole(Scalar scalar, long number) {
    return switch (scalar) {
      case DATE -> TextNode.valueOf(LocalDate.ofEpochDay(number).toString());
      case DATE_TIME -> TextNode.valueOf(MILLISECONDS.format(Instant.ofEpochMilli(number)));
      case U64 -> BigIntegerNode.valueOf(new BigInteger(Long.toUnsignedString(number)));
      default -> number == (int) number ? IntNode.valueOf((int) number) : LongNode.valueOf(number);
    };
  }

  private static JsonNode vector(float[] vector) {
    ArrayNode array = Json.mapper().createArrayNode();
    for (float element : vector) {
      array.add(element);
    }
    return array;
  }

  private static JsonNode list(PropertyType type, List<?> list) {
    ArrayNode array = Json.mapper().createArrayNode();
    list.forEach(element -> array.add(of(type, element)));
    return array;
  }
}
