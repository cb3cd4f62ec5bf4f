package io.omnigraph.schema.canonical;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omnigraph.ground.json.Json;
import io.omnigraph.schema.catalog.Annotation;
import io.omnigraph.schema.catalog.Constraint;
import io.omnigraph.schema.catalog.Constraint.Bound;
import io.omnigraph.schema.catalog.GraphType.Cardinality;
import io.omnigraph.values.PropertyType;
import io.omnigraph.values.Scalar;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes parts of schemas as JSON (docs/reference/schema-language.md §3 and §9). */
public final class CatalogJson {

  private CatalogJson() {}

  /** A type: {@code scalar}, {@code nullable}, {@code list}, {@code enum_values}. */
  public static ObjectNode type(PropertyType type) {
    ObjectNode json = Json.object();
    if (type.scalar() == Scalar.VECTOR) {
      json.putObject("scalar").put("Vector", type.dimension());
    } else {
      json.put("scalar", type.scalar().word());
    }
    json.put("nullable", type.isNullable()).put("list", type.isList());
    if (type.isEnum()) {
      json.set("enum_values", texts(type.enumValues()));
    } else {
      json.putNull("enum_values");
    }
    return json;
  }

  /** Annotations: a list of {@code name} and {@code value}, in the order given. */
  public static ArrayNode annotations(List<Annotation> annotations) {
    ArrayNode json = Json.mapper().createArrayNode();
    for (Annotation annotation : annotations) {
      json.addObject().put("name", annotation.name()).put("value", annotation.value());
    }
    return json;
  }

  /** A constraint: an object whose only field says of what sort it is. */
  public static ObjectNode constraint(Constraint constraint) {
    ObjectNode json = Json.object();
    switch (constraint) {
      case Constraint.Key(var columns) -> json.set("Key", texts(columns));
      case Constraint.Unique(var columns) -> json.set("Unique", texts(columns));
      case Constraint.Index(var columns) -> json.set("Index", texts(columns));
      case Constraint.Range(var property, var min, var max) -> {
        ObjectNode range = json.putObject("Range").put("property", property);
        range.set("min", bound(min));
        range.set("max", bound(max));
      }
      case Constraint.Check(var property, var pattern) ->
          json.putObject("Check").put("property", property).put("pattern", pattern);
    }
    return json;
  }

  /** How many edges may start at a node: {@code min}, and {@code max} or null. */
  public static ObjectNode cardinality(Cardinality cardinality) {
    ObjectNode json = Json.object().put("min", cardinality.min());
    return cardinality.isBounded() ? json.put("max", cardinality.max()) : json.putNull("max");
  }

  private static JsonNode bound(@Nullable Bound bound) {
    return switch (bound) {
      case null -> Json.mapper().nullNode();
      case Bound.Whole(var number) -> Json.object().put("Integer", number);
      case Bound.Decimal(var number) -> Json.object().put("Float", number);
    };
  }

  private static ArrayNode texts(List<String> values) {
    ArrayNode json = Json.mapper().createArrayNode();
    values.forEach(json::add);
    return json;
  }
}
