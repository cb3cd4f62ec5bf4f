package io.omnigraph.store.table;

import io.omnigraph.graph.snapshot.Column;
import io.omnigraph.graph.snapshot.TextCodes;
import java.util.Arrays;
import java.util.Optional;

/** Numbers for texts that continue from segment to segment, over those of the segments. */
final class SegmentedCodes implements TextCodes {

  private static final int MOST_PARTS = 64;

  private final TextCodes[] parts;
  private final int[] starts;

  /** The number of each number of a part. */
  private final int[][] codes;

  private int[] rows = new int[64];
  private int size;

  private SegmentedCodes(TextCodes[] parts, int[] starts) {
    this.parts = parts;
    this.starts = starts;
    this.codes = new int[parts.length][];
  }

  /**
   * Numbers for the texts of parts; empty when one of them has none.
   *
   * @param starts the first row of each part, then one more than the last row
   */
  static Optional<TextCodes> of(Column[] columns, int[] starts) {
    if (columns.length > MOST_PARTS) {
      return Optional.empty();
    }
    TextCodes[] parts = new TextCodes[columns.length];
    for (int i = 0; i < parts.length; i++) {
      Optional<TextCodes> codes = ((Column.Texts) columns[i]).codes();
      if (codes.isEmpty()) {
        return Optional.empty();
      }
      parts[i] = codes.get();
    }
    SegmentedCodes all = new SegmentedCodes(parts, starts);
    for (int i = 0; i < parts.length; i++) {
      all.add(i, columns);
    }
    return Optional.of(all);
  }

  private void add(int part, Column[] columns) {
    Column.Texts texts = (Column.Texts) columns[part];
    // The number of a null is looked up too, and need not be that of a value.
    codes[part] = new int[Math.max(1, parts[part].size())];
    for (int code = 0; code < parts[part].size(); code++) {
      int row = parts[part].row(code);
      int known = codeOf(texts.utf8(row), part);
      codes[part][code] = known >= 0 ? known : next(starts[part] + row);
    }
  }

  private int next(int row) {
    if (size == rows.length) {
      rows = Arrays.copyOf(rows, 2 * size);
    }
    rows[size] = row;
    return size++;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public int code(int row) {
    int part = SegmentedColumns.partOf(starts, row);
    return codes[part][parts[part].code(row - starts[part])];
  }

  @Override
  public int row(int code) {
    return rows[code];
  }

  @Override
  public int codeOf(byte[] utf8) {
    return codeOf(utf8, parts.length);
  }

  private int codeOf(byte[] utf8, int end) {
    for (int part = 0; part < end; part++) {
      int code = parts[part].codeOf(utf8);
      if (code >= 0) {
        return codes[part][code];
      }
    }
    return -1;
  }

  @Override
  public void gather(int[] wanted, int count, int[] into) {
    int part = 0;
    for (int i = 0; i < count; i++) {
      int row = wanted[i];
      if (row < starts[part] || row >= starts[part + 1]) {
        part = SegmentedColumns.partOf(starts, row);
      }
      into[i] = codes[part][parts[part].code(row - starts[part])];
    }
  }
}
