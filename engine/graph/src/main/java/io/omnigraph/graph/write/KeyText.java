package io.omnigraph.graph.write;

import io.omnigraph.schema.catalog.GraphType.NodeType;
import java.util.List;
import java.util.Map;

/**
 * The ids of nodes with keys. The id of a single key is the canonical text of its value. A
 * composite key is its members' texts in schema order with {@code |} between them, where {@code \}
 * and {@code |} inside a member are preceded by {@code \}, so that no two keys have one text.
 */
public final class KeyText {

  private KeyText() {}

  /**
   * The id of a node with these values.
   *
   * @throws WriteRejected when a member of the key is missing
   */
  public static String of(NodeType type, Map<String, Object> values) {
    List<String> columns = type.keyColumns();
    if (columns.size() == 1) {
      return member(type, columns.getFirst(), values);
    }
    return String.join("|", columns.stream().map(c -> escaped(member(type, c, values))).toList());
  }

  private static String member(NodeType type, String column, Map<String, Object> values) {
    Object value = values.get(column);
    if (value == null) {
      throw new WriteRejected("node " + type.name() + " missing @key property '" + column + "'");
    }
    return type.property(column).orElseThrow().type().scalar().key(value);
  }

  private static String escaped(String member) {
    return member.replace("\\", "\\\\").replace("|", "\\|");
  }
}
