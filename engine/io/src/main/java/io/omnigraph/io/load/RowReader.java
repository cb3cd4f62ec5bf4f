package io.omnigraph.io.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.omnigraph.schema.catalog.GraphType;
import io.omnigraph.schema.catalog.GraphType.EdgeType;
import io.omnigraph.schema.catalog.GraphType.NodeType;
import io.omnigraph.schema.catalog.Property;
import io.omnigraph.schema.catalog.Schema;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Makes rows of records (docs/reference/graph-engine.md §2.3 to §2.5). */
final class RowReader {

  private static final Set<String> MEMBERS = Set.of("type", "edge", "from", "to", "data");

  private final Map<String, NodeType> nodes = new HashMap<>();
  private final Map<String, EdgeType> edges = new HashMap<>();
  private final Schema schema;
  private long ignored;

  RowReader(Schema schema) {
    this.schema = schema;
    schema.nodes().forEach(type -> nodes.put(type.name(), type));
  }

  /**
   * The row that a record describes.
   *
   * @param problems told everything that is wrong with the record
   * @return empty when something was
   */
  Optional<Row> read(JsonNode json, Consumer<String> problems) {
    Optional<Row> row = row(json, problems);
    row.ifPresent(read -> countIgnored(read, json));
    return row;
  }

  /** How many members of the rows that were read mean nothing. */
  long ignored() {
    return ignored;
  }

  private void countIgnored(Row row, JsonNode json) {
    GraphType type =
        switch (row) {
          case Row.NodeRow node -> node.type();
          case Row.EdgeRow edge -> edge.type();
        };
    ignored += json.properties().stream().filter(m -> !MEMBERS.contains(m.getKey())).count();
    ignored +=
        json.path("data").properties().stream()
            .map(Map.Entry::getKey)
            .filter(member -> !member.equals("id") && type.property(member).isEmpty())
            .count();
  }

  private Optional<Row> row(JsonNode json, Consumer<String> problems) {
    JsonNode type = json.path("type");
    if (json.isObject() && type.isTextual()) {
      return node(type.textValue(), json, problems);
    }
    JsonNode edge = json.path("edge");
    if (json.isObject() && edge.isTextual()) {
      return edge(edge.textValue(), json, problems);
    }
    problems.accept("expected 'type' or 'edge' field, found `" + PropertyReader.shown(json) + "`");
    return Optional.empty();
  }

  private Optional<Row> node(String name, JsonNode json, Consumer<String> problems) {
    NodeType type = nodes.get(name);
    if (type == null) {
      problems.accept("unknown node type '" + name + "'");
      return Optional.empty();
    }
    JsonNode data = json.path("data");
    return values(type, type.keyColumns(), data, problems)
        .map(values -> new Row.NodeRow(type, text(data, "id"), values));
  }

  private Optional<Row> edge(String name, JsonNode json, Consumer<String> problems) {
    Optional<EdgeType> found =
        Optional.ofNullable(
            edges.computeIfAbsent(name, n -> schema.edgeIgnoringCase(n).orElse(null)));
    if (found.isEmpty()) {
      problems.accept("unknown edge type '" + name + "'");
      return Optional.empty();
    }
    String from = text(json, "from");
    String to = text(json, "to");
    if (from == null) {
      problems.accept("edge missing 'from'");
    }
    if (to == null) {
      problems.accept("edge missing 'to'");
    }
    JsonNode data = json.path("data");
    Optional<Map<String, Object>> values = values(found.get(), List.of(), data, problems);
    return from == null || to == null
        ? Optional.empty()
        : values.map(v -> new Row.EdgeRow(found.get(), text(data, "id"), from, to, v));
  }

  /** The values of the type's properties; members of other names are not looked at. */
  private static Optional<Map<String, Object>> values(
      GraphType type, List<String> keys, JsonNode data, Consumer<String> problems) {
    Map<String, Object> values = new HashMap<>();
    boolean sound = true;
    for (Property property : type.properties()) {
      String name = property.name();
      JsonNode value = data.isObject() ? data.path(name) : MissingNode.getInstance();
      switch (PropertyReader.read(type.name(), property, value)) {
        case Conversion.Converted(Object converted) -> values.put(name, converted);
        case Conversion.Absent _ -> {}
        case Conversion.Refused(String reason) -> {
          sound = false;
          problems.accept(
              keys.contains(name) ? missingKey(type.name(), name, value, reason) : reason);
        }
      }
    }
    return sound ? Optional.of(values) : Optional.empty();
  }

  private static String missingKey(String type, String key, JsonNode value, String reason) {
    String missing = "node " + type + " missing @key property '" + key + "'";
    return value.isMissingNode() || value.isNull() ? missing : missing + ": " + reason;
  }

  private static @Nullable String text(JsonNode object, String member) {
    JsonNode value = object.path(member);
    return value.isTextual() ? value.textValue() : null;
  }
}
