package io.omnigraph.server.request;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says in our own words how a JSON body differs from the record that it should be. */
final class JsonShapes {

  private static final int WIDEST_SHOWN = 60;

  private JsonShapes() {}

  /** What a value is, for messages. */
  static String described(@Nullable JsonNode value) {
    if (value == null || value.isMissingNode()) {
      return "nothing";
    }
    return switch (value.getNodeType()) {
      case ARRAY -> "a list";
      case OBJECT -> "an object";
      case STRING, NUMBER, BOOLEAN -> "`" + shown(value.toString()) + "`";
      case NULL, MISSING, BINARY, POJO -> "null";
    };
  }

  /** What the failure to read a body means: which field, what it expects, what was found. */
  static String mismatch(JsonProcessingException e, JsonNode body) {
    if (e instanceof ValueInstantiationException refused && refused.getCause() != null) {
      return String.valueOf(refused.getCause().getMessage());
    }
    List<JsonMappingException.Reference> path =
        e instanceof JsonMappingException mapping ? mapping.getPath() : List.of();
    JsonNode found = body;
    StringBuilder field = new StringBuilder();
    for (JsonMappingException.Reference step : path) {
      if (step.getFieldName() == null) {
        found = found.path(step.getIndex());
        field.append('[').append(step.getIndex()).append(']');
      } else {
        found = found.path(step.getFieldName());
        field.append(field.isEmpty() ? "" : ".").append(step.getFieldName());
      }
    }
    if (found.isMissingNode()) {
      return "missing field `" + field + "`";
    }
    return "`" + field + "` expects " + expected(e) + ", found " + described(found);
  }

  private static String expected(JsonProcessingException e) {
    Class<?> type =
        e instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null
            ? mismatch.getTargetType()
            : Object.class;
    if (type == String.class) {
      return "a string";
    } else if (type == boolean.class || type == Boolean.class) {
      return "true or false";
    } else if (type == double.class || type == Double.class) {
      return "a number";
    } else if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
      return "a whole number in range";
    } else if (Collection.class.isAssignableFrom(type)) {
      return "a list";
    } else if (type.isEnum()) {
      return Arrays.stream(type.getEnumConstants())
          .map(word -> "`" + word.toString().toLowerCase(Locale.ROOT) + "`")
          .collect(Collectors.joining(", ", "one of ", ""));
    }
    return type == Object.class ? "another value" : "an object";
  }

  private static String shown(String json) {
    return json.length() <= WIDEST_SHOWN ? json : json.substring(0, WIDEST_SHOWN) + "…";
  }
}
