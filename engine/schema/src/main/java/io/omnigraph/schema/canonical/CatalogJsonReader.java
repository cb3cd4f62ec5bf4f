package io.omnigraph.schema.canonical;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnigraph.schema.catalog.Annotation;
import io.omnigraph.schema.catalog.Constraint;
import io.omnigraph.schema.catalog.Constraint.Bound;
import io.omnigraph.schema.catalog.GraphType.Cardinality;
import io.omnigraph.values.PropertyType;
import io.omnigraph.values.Scalar;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads what {@link CatalogJson} writes.
 *
 * <p>Every method throws {@link IllegalArgumentException} for anything else; the message says what
 * was expected.
 */
public final class CatalogJsonReader {

  private CatalogJsonReader() {}

  /** Reads a type. */
  public static PropertyType type(JsonNode json) {
    JsonNode vector = json.path("scalar").path("Vector");
    boolean isVector = vector.isInt();
    List<String> values =
        json.path("enum_values").isArray() ? texts(json.path("enum_values")) : List.of();
    return new PropertyType(
        isVector ? Scalar.VECTOR : scalar(json.path("scalar").asText()),
        isVector ? vector.intValue() : 0,
        json.path("list").asBoolean(),
        json.path("nullable").asBoolean(),
        values);
  }

  private static Scalar scalar(String word) {
    return Scalar.of(word)
        .filter(scalar -> scalar != Scalar.VECTOR)
        .orElseThrow(() -> new IllegalArgumentException("expected a scalar, found `" + word + "`"));
  }

  /** Reads annotations. */
  public static List<Annotation> annotations(JsonNode json) {
    return json.valueStream()
        .map(each -> new Annotation(each.path("name").asText(), each.path("value").textValue()))
        .toList();
  }

  /** Reads a constraint. */
  public static Constraint constraint(JsonNode json) {
    String sort = json.fieldNames().hasNext() ? json.fieldNames().next() : "";
    JsonNode value = json.path(sort);
    return switch (sort) {
      case "Key" -> new Constraint.Key(texts(value));
      case "Unique" -> new Constraint.Unique(texts(value));
      case "Index" -> new Constraint.Index(texts(value));
      case "Range" ->
          new Constraint.Range(
              value.path("property").asText(), bound(value.path("min")), bound(value.path("max")));
      case "Check" ->
          new Constraint.Check(value.path("property").asText(), value.path("pattern").asText());
      default -> throw new IllegalArgumentException("expected a constraint, found `" + json + "`");
    };
  }

  /** Reads how many edges may start at a node. */
  public static Cardinality cardinality(JsonNode json) {
    JsonNode max = json.path("max");
    return new Cardinality(
        json.path("min").asLong(), max.isNumber() ? max.longValue() : Cardinality.UNBOUNDED);
  }

  private static @Nullable Bound bound(JsonNode json) {
    if (json.path("Integer").isNumber()) {
      return new Bound.Whole(json.path("Integer").longValue());
    }
    return json.path("Float").isNumber()
        ? new Bound.Decimal(json.path("Float").doubleValue())
        : null;
  }

  private static List<String> texts(JsonNode json) {
    return json.valueStream().map(JsonNode::asText).toList();
  }
}
