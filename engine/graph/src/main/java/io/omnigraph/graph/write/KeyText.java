package io.omnigraph.graph.write;

import io.omnigraph.schema.catalog.GraphType.NodeType;
import io.omnigraph.schema.catalog.PropertyType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;

/**
 * The ids of nodes with keys. The id of a single key is the canonical text of its value. A
 * composite key is its members' texts in schema order with {@code |} between them, where {@code \}
 * and {@code |} inside a member are preceded by {@code \}, so that no two keys have one text.
 */
public final class KeyText {

  private static final DateTimeFormatter MILLISECONDS =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

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
    return canonical(type.property(column).orElseThrow().type(), value);
  }

  /** A value as it is written in results. */
  public static String canonical(PropertyType type, Object value) {
    if (type.isList() || !(value instanceof Long number)) {
      return String.valueOf(value);
    }
    return switch (type.scalar()) {
      case DATE -> LocalDate.ofEpochDay(number).toString();
      case DATE_TIME -> MILLISECONDS.format(Instant.ofEpochMilli(number));
      case U64 -> Long.toUnsignedString(number);
      default -> Long.toString(number);
    };
  }

  private static String escaped(String member) {
    return member.replace("\\", "\\\\").replace("|", "\\|");
  }
}
