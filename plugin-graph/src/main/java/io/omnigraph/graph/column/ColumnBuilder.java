package io.omnigraph.graph.column;

import io.omnigraph.graph.snapshot.Column;
import io.omnigraph.schema.catalog.PropertyType;
import io.omnigraph.schema.catalog.Scalar;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes a column of a known number of rows, in the form that its type has in memory. Rows that are
 * not set are null.
 */
public final class ColumnBuilder {

  private final PropertyType type;
  private final int rows;
  private final BitSet nulls;
  private final long[] longs;
  private final double[] doubles;
  private final BitSet booleans = new BitSet();
  private final String[] texts;
  private final float[][] vectors;
  private final List<List<Object>> lists;

  /** A column of nulls. */
  public ColumnBuilder(PropertyType type, int rows) {
    this.type = type;
    this.rows = rows;
    this.nulls = new BitSet(rows);
    this.nulls.set(0, rows);
    Form form = Form.of(type);
    this.longs = new long[form == Form.LONGS ? rows : 0];
    this.doubles = new double[form == Form.DOUBLES ? rows : 0];
    this.texts = new String[form == Form.TEXTS ? rows : 0];
    this.vectors = new float[form == Form.VECTORS ? rows : 0][];
    this.lists =
        form == Form.LISTS
            ? new ArrayList<>(Collections.nCopies(rows, List.of()))
            : new ArrayList<>();
  }

  /** A column of nothing but nulls. */
  public static Column nulls(PropertyType type, int rows) {
    return new ColumnBuilder(type, rows).build();
  }

  /** Sets a whole number. */
  public void set(int row, long value) {
    longs[row] = value;
    nulls.clear(row);
  }

  /** Sets a floating point number. */
  public void set(int row, double value) {
    doubles[row] = value;
    nulls.clear(row);
  }

  /** Sets a truth value. */
  public void set(int row, boolean value) {
    booleans.set(row, value);
    nulls.clear(row);
  }

  /** Sets a text. */
  public void set(int row, String value) {
    texts[row] = value;
    nulls.clear(row);
  }

  /** Sets a vector, which is handed over. */
  public void set(int row, float[] value) {
    vectors[row] = value;
    nulls.clear(row);
  }

  /** Sets a list, which is handed over. */
  public void set(int row, List<Object> value) {
    lists.set(row, value);
    nulls.clear(row);
  }

  /**
   * Sets a value that was checked against the type.
   *
   * @param value absent to leave the row null
   */
  public void setChecked(int row, @Nullable Object value) {
    switch (value) {
      case null -> nulls.set(row);
      case Long number -> set(row, number.longValue());
      case Double number -> set(row, number.doubleValue());
      case Boolean truth -> set(row, truth.booleanValue());
      case String text -> set(row, text);
      case float[] vector -> set(row, vector);
      case List<?> list -> set(row, elements(list));
      default -> throw new IllegalArgumentException("no value of a property: " + value.getClass());
    }
  }

  /** The column. The builder is of no use afterwards. */
  public Column build() {
    return switch (Form.of(type)) {
      case LONGS -> new ArrayColumns.LongArray(longs, nulls);
      case DOUBLES -> new ArrayColumns.DoubleArray(doubles, nulls);
      case BOOLEANS -> new ArrayColumns.BooleanBits(booleans, nulls);
      case TEXTS -> new ArrayColumns.TextArray(texts, nulls);
      case VECTORS -> new ArrayColumns.VectorArray(vectors, nulls);
      case LISTS -> new ArrayColumns.ListArray(lists, nulls);
    };
  }

  /** Roughly the bytes that the column takes in memory. */
  public long bytes() {
    long perRow =
        switch (Form.of(type)) {
          case LONGS, DOUBLES -> Long.BYTES;
          case BOOLEANS -> 1;
          case TEXTS -> textBytes() / Math.max(rows, 1);
          case VECTORS -> 24L + (long) Float.BYTES * type.dimension();
          case LISTS -> 64L + 24L * elementCount() / Math.max(rows, 1);
        };
    return 128 + rows * (perRow + 1);
  }

  private long textBytes() {
    long bytes = 0;
    for (String text : texts) {
      bytes += text == null ? 8 : 56 + text.length();
    }
    return bytes;
  }

  private long elementCount() {
    return lists.stream().mapToLong(List::size).sum();
  }

  private static List<Object> elements(List<?> list) {
    return List.copyOf(list);
  }

  /** The forms of columns in memory. */
  enum Form {
    LONGS,
    DOUBLES,
    BOOLEANS,
    TEXTS,
    VECTORS,
    LISTS;

    static Form of(PropertyType type) {
      if (type.isList()) {
        return LISTS;
      }
      return of(type.scalar());
    }

    private static Form of(Scalar scalar) {
      return switch (scalar) {
        case I32, I64, U32, U64, DATE, DATE_TIME -> LONGS;
        case F32, F64 -> DOUBLES;
        case BOOL -> BOOLEANS;
        case STRING, BLOB -> TEXTS;
        case VECTOR -> VECTORS;
      };
    }
  }
}
