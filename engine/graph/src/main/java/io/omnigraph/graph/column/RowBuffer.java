package io.omnigraph.graph.column;

import java.util.List;

/**
 * Rows that are gathered one by one until they are worth writing. A row is set column by column and
 * then ended; columns that were not set are null in it. Used by one thread at a time.
 */
public final class RowBuffer {

  private static final int MOST_ROWS = 16_384;
  private static final int MOST_BYTES = 8 << 20;

  private final List<ColumnSpec> specs;
  private final Cells[] cells;
  private int rows;

  /** An empty buffer with some columns. */
  public RowBuffer(List<ColumnSpec> specs) {
    this.specs = List.copyOf(specs);
    this.cells = specs.stream().map(spec -> Cells.of(spec.type())).toArray(Cells[]::new);
  }

  /** The columns. */
  public List<ColumnSpec> specs() {
    return specs;
  }

  /** The values of a column, by its place among {@link #specs}. */
  public Cells cells(int column) {
    return cells[column];
  }

  /** The number of rows that were ended. */
  public int rows() {
    return rows;
  }

  /** Ends the row that was begun. */
  public void endRow() {
    rows++;
    for (Cells column : cells) {
      column.padTo(rows);
    }
  }

  /** Forgets the row that was begun. */
  public void discardRow() {
    for (Cells column : cells) {
      column.cutTo(rows);
    }
  }

  /** Whether there are enough rows, or bytes, to write them. */
  public boolean isFull() {
    return rows >= MOST_ROWS || ((rows & 63) == 0 && bytes() >= MOST_BYTES);
  }

  private long bytes() {
    long bytes = 0;
    for (Cells column : cells) {
      bytes += column.bytes();
    }
    return bytes;
  }
}
