package io.omnigraph.graph.write;

import io.omnigraph.schema.catalog.GraphType;
import io.omnigraph.schema.catalog.GraphType.EdgeType;
import io.omnigraph.schema.catalog.GraphType.NodeType;
import io.omnigraph.schema.catalog.Property;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The ids of rows with keys. The id of a single key is the canonical text of its value. A composite
 * key is its members' texts, the ends of an edge first and the properties in schema order, with
 * {@code |} between them, where {@code \} and {@code |} inside a member are preceded by {@code \},
 * so that no two keys have one text.
 */
public final class KeyText {

  /** Stands between the members of a composite key. */
  public static final char SEPARATOR = '|';

  /** Stands before a {@link #SEPARATOR}, or itself, that is part of a member. */
  public static final char ESCAPE = '\\';

  private KeyText() {}

  /**
   * The id of a node with these values.
   *
   * @throws WriteRejected when a member of the key is missing
   */
  public static String of(NodeType type, Map<String, Object> values) {
    return text(type, values);
  }

  /**
   * The id of an edge between these nodes with these values.
   *
   * @throws WriteRejected when a member of the key is missing
   */
  public static String of(EdgeType type, String source, String target, Map<String, Object> values) {
    Map<String, Object> all = new HashMap<>(values);
    all.put(EdgeType.ENDS.getFirst(), source);
    all.put(EdgeType.ENDS.getLast(), target);
    return text(type, all);
  }

  /**
   * The id of a row whose type may have a key.
   *
   * @param given the id that was asked for; absent when none was
   * @param key what the values say the id is, from {@link #of}
   * @throws WriteRejected when another id than the key was asked for
   */
  public static String required(GraphType type, @Nullable String given, String key) {
    if (given != null && !given.equals(key)) {
      String columns = String.join(", ", type.keyColumns());
      throw new WriteRejected(
          type instanceof EdgeType
              ? "edge %s has explicit id '%s', but its @key (%s) makes it '%s'"
                  .formatted(type.name(), given, columns, key)
              : "node %s has explicit id '%s' that does not match @key property '%s' value '%s'"
                  .formatted(type.name(), given, columns, key));
    }
    return key;
  }

  private static String text(GraphType type, Map<String, Object> values) {
    List<String> columns = type.keyColumns();
    if (columns.size() == 1) {
      return member(type, columns.getFirst(), values);
    }
    return String.join("|", columns.stream().map(c -> escaped(member(type, c, values))).toList());
  }

  private static String member(GraphType type, String column, Map<String, Object> values) {
    Object value = values.get(column);
    if (value == null) {
      String row = type instanceof EdgeType ? "edge " : "node ";
      throw new WriteRejected(row + type.name() + " missing @key property '" + column + "'");
    }
    return type.property(column)
        .map(Property::type)
        .map(known -> known.scalar().key(value))
        .orElseGet(() -> String.valueOf(value));
  }

  private static String escaped(String member) {
    return member.replace("\\", "\\\\").replace("|", "\\|");
  }
}
