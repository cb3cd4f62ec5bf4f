package io.omnigraph.core.desired;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omnigraph.api.config.ConfigKey;
import io.omnigraph.api.config.ConfigShape;
import io.omnigraph.api.config.ConfigShape.FieldsOf;
import io.omnigraph.core.desired.ClusterShape.Section;
import io.omnigraph.ground.json.Json;
import io.omnigraph.ground.yaml.ConfigNode;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The form of {@code cluster.yaml} that the config digest hashes (docs/reference/cluster.md §4.1):
 * compact JSON in which comments, layout and the order of keys no longer show.
 */
final class CanonicalForm {

  private static final ObjectWriter WRITER =
      Json.mapper().writer().without(JsonWriteFeature.WRITE_HEX_UPPER_CASE);

  private final ClusterShape shape;

  CanonicalForm(ClusterShape shape) {
    this.shape = shape;
  }

  /** The canonical form of a document of the right shape. */
  String of(ConfigNode.Fields root) {
    ObjectNode json = complete(ClusterShape.HEADER, root);
    for (Section section : shape.sections()) {
      put(
          json,
          section.name(),
          section.key(),
          root.field(section.name()).map(entries -> entries(section, (ConfigNode.Fields) entries)));
    }
    try {
      return WRITER.writeValueAsString(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree can always be written", e);
    }
  }

  /** All keys of a header map; what is missing is null, or a map of nulls. */
  private static ObjectNode complete(FieldsOf fields, ConfigNode.@Nullable Fields map) {
    ObjectNode json = Json.object();
    for (ConfigShape.Field field : fields.fields()) {
      Optional<ConfigNode> value = map == null ? Optional.empty() : map.field(field.name());
      json.set(
          field.name(),
          field.shape() instanceof FieldsOf inner
              ? complete(inner, value.map(ConfigNode.Fields.class::cast).orElse(null))
              : value.map(it -> value(field.shape(), it)).orElse(NullNode.getInstance()));
    }
    return json;
  }

  private static ObjectNode entries(Section section, ConfigNode.Fields entries) {
    ObjectNode json = Json.object();
    inByteOrder(entries)
        .forEach((name, entry) -> json.set(name, entry(section, (ConfigNode.Fields) entry)));
    return json;
  }

  private static ObjectNode entry(Section section, ConfigNode.Fields entry) {
    ObjectNode json = fields(section.own(), entry);
    for (ConfigKey key : section.added()) {
      String name = key.fieldName().orElseThrow();
      put(json, name, key, entry.field(name).map(it -> value(key.shape(), it)));
    }
    return json;
  }

  private static void put(
      ObjectNode json, String name, ConfigKey key, Optional<? extends JsonNode> value) {
    if (value.isPresent()) {
      json.set(name, value.get());
    } else if (key.whenAbsent() != null) {
      json.set(name, parsed(key.whenAbsent()));
    }
  }

  private static JsonNode parsed(String whenAbsent) {
    try {
      return Json.mapper().readTree(whenAbsent);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not JSON: `" + whenAbsent + "`", e);
    }
  }

  private static JsonNode value(ConfigShape shape, ConfigNode node) {
    return switch (shape) {
      case ConfigShape.Text _, ConfigShape.Int _, ConfigShape.Bool _ -> scalar(node);
      case ConfigShape.ListOf(var item) -> items(item, (ConfigNode.Items) node);
      case ConfigShape.MapOf(var value) -> map(value, (ConfigNode.Fields) node);
      case FieldsOf fields -> fields(fields, (ConfigNode.Fields) node);
      case ConfigShape.OneOf oneOf -> value(Shapes.chosen(oneOf, node).orElseThrow(), node);
    };
  }

  private static JsonNode scalar(ConfigNode node) {
    return switch (node) {
      case ConfigNode.Text(var value, _) -> Json.mapper().getNodeFactory().textNode(value);
      case ConfigNode.Int(var value, _) -> Json.mapper().getNodeFactory().numberNode(value);
      case ConfigNode.Bool(var value, _) -> Json.mapper().getNodeFactory().booleanNode(value);
      case ConfigNode.Decimal _, ConfigNode.Null _, ConfigNode.Items _, ConfigNode.Fields _ ->
          throw new IllegalStateException("the shape does not allow " + node.described());
    };
  }

  private static ArrayNode items(ConfigShape item, ConfigNode.Items list) {
    ArrayNode json = Json.mapper().createArrayNode();
    list.values().forEach(node -> json.add(value(item, node)));
    return json;
  }

  private static ObjectNode map(ConfigShape value, ConfigNode.Fields map) {
    ObjectNode json = Json.object();
    inByteOrder(map).forEach((key, node) -> json.set(key, value(value, node)));
    return json;
  }

  private static ObjectNode fields(FieldsOf shape, ConfigNode.Fields map) {
    ObjectNode json = Json.object();
    shape
        .fields()
        .forEach(field ->
            map.field(field.name())
                .ifPresent(node -> json.set(field.name(), value(field.shape(), node))));
    return json;
  }

  private static Map<String, ConfigNode> inByteOrder(ConfigNode.Fields map) {
    SortedMap<String, ConfigNode> sorted = new TreeMap<>(ByteOrder.OF_TEXT);
    sorted.putAll(map.values());
    return sorted;
  }
}
