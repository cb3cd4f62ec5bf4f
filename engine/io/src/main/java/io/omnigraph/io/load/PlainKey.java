package io.omnigraph.io.load;

import io.omnigraph.graph.column.Cells;
import io.omnigraph.graph.write.KeyText;
import io.omnigraph.schema.catalog.GraphType.EdgeType;
import io.omnigraph.values.Scalar;
import java.util.Arrays;
import java.util.List;

/**
 * The bytes of the key of the row that is being read, without a detour over texts. It says what
 * {@link KeyText} says, or nothing. Used by one thread.
 */
final class PlainKey {

  private final Slice text = new Slice();
  private final Slice member = new Slice();
  private byte[] joined = new byte[64];
  private int length;

  /** The key. */
  Slice text() {
    return text;
  }

  /**
   * Makes the key of a row.
   *
   * @param from the start, if it is an edge
   * @param to the end, if it is an edge
   * @return false when it has a member that is not read here
   */
  boolean build(LoadTable table, Slice from, Slice to) {
    List<String> columns = table.keys();
    if (columns.size() == 1) {
      return read(table, columns.getFirst(), from, to, text);
    }
    length = 0;
    for (String column : columns) {
      if (!read(table, column, from, to, member)) {
        return false;
      }
      if (length > 0 || !column.equals(columns.getFirst())) {
        append((byte) KeyText.SEPARATOR);
      }
      for (int i = 0; i < member.length(); i++) {
        byte next = member.bytes()[member.start() + i];
        if (next == KeyText.SEPARATOR || next == KeyText.ESCAPE) {
          append((byte) KeyText.ESCAPE);
        }
        append(next);
      }
    }
    text.set(joined, 0, length);
    return true;
  }

  private static boolean read(LoadTable table, String column, Slice from, Slice to, Slice member) {
    if (table.type() instanceof EdgeType && EdgeType.ENDS.contains(column)) {
      Slice end = column.equals(EdgeType.ENDS.getFirst()) ? from : to;
      member.set(end.bytes(), end.start(), end.length());
      return true;
    }
    int row = table.row();
    switch (table.cells(column)) {
      case Cells.Texts texts ->
          member.set(texts.content(), texts.start(row), texts.start(row + 1) - texts.start(row));
      case Cells.Longs wholes -> {
        Scalar scalar = table.type().property(column).orElseThrow().type().scalar();
        member.set(scalar.key(wholes.get(row)));
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private void append(byte next) {
    if (length == joined.length) {
      joined = Arrays.copyOf(joined, length * 2);
    }
    joined[length++] = next;
  }
}
