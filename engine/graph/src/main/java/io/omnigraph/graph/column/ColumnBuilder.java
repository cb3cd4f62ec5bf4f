package io.omnigraph.graph.column;

import io.omnigraph.graph.snapshot.Column;
import io.omnigraph.values.ColumnForm;
import io.omnigraph.values.PropertyType;
import io.omnigraph.values.text.TextBytes;
import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes a column of a known number of rows, in the form that its type has in memory. Rows that are
 * not set are null. Rows may be set in any order.
 */
public final class ColumnBuilder {

  private final PropertyType type;
  private final int rows;
  private final BitSet nulls;
  private final long[] longs;
  private final double[] doubles;
  private final float[] floats;
  private final BitSet booleans;
  private final TextBuilder texts;
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
    this.floats = new float[form == Form.FLOATS ? rows : 0];
    this.booleans = new BitSet(form == Form.BOOLEANS ? rows : 0);
    this.texts = new TextBuilder(form == Form.TEXTS ? rows : 0);
    this.vectors =
        form == Form.VECTORS ? VectorBlocks.blocks(rows, type.dimension()) : new float[0][];
    this.lists =
        form == Form.LISTS
            ? new ArrayList<>(Collections.nCopies(rows, List.of()))
            : new ArrayList<>();
  }

  /** A column of nothing but nulls. */
  public static Column nulls(PropertyType type) {
    return switch (Form.of(type)) {
      case LONGS -> new AbsentColumns.Longs();
      case DOUBLES, FLOATS -> new AbsentColumns.Doubles();
      case BOOLEANS -> new AbsentColumns.Booleans();
      case TEXTS -> new AbsentColumns.Texts();
      case VECTORS -> new AbsentColumns.Vectors(type.dimension());
      case LISTS -> new AbsentColumns.Lists();
    };
  }

  /** Sets a whole number. */
  public void set(int row, long value) {
    longs[row] = value;
    nulls.clear(row);
  }

  /** Sets a floating point number. */
  public void set(int row, double value) {
    if (floats.length > 0) {
      floats[row] = (float) value;
    } else {
      doubles[row] = value;
    }
    nulls.clear(row);
  }

  /** Sets a truth value. */
  public void set(int row, boolean value) {
    booleans.set(row, value);
    nulls.clear(row);
  }

  /** Sets a text. */
  public void set(int row, String value) {
    setUtf8(row, TextBytes.of(value));
  }

  /** Sets a text that is given as UTF-8. */
  public void setUtf8(int row, byte[] value) {
    texts.set(row, value);
    nulls.clear(row);
  }

  /** Sets a vector, which is copied. */
  public void set(int row, float[] value) {
    setVectors(row, FloatBuffer.wrap(value));
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

  /** Sets the value of a row of another column of the type, null included. */
  public void copy(int row, Column from, int fromRow) {
    if (from.isNull(fromRow)) {
      nulls.set(row);
      return;
    }
    switch (from) {
      case Column.Longs values -> set(row, values.get(fromRow));
      case Column.Doubles values -> set(row, values.get(fromRow));
      case Column.Booleans values -> set(row, values.get(fromRow));
      case Column.Texts values -> setUtf8(row, values.utf8(fromRow));
      case Column.Vectors values ->
          setVectors(
              row,
              FloatBuffer.wrap(values.elements(fromRow), values.offset(fromRow), type.dimension()));
      case Column.Lists values -> set(row, values.get(fromRow));
    }
  }

  /** Sets whole numbers of consecutive rows. */
  public void setLongs(int first, LongBuffer values) {
    int count = values.remaining();
    values.get(values.position(), longs, first, count);
    nulls.clear(first, first + count);
  }

  /** Sets 64-bit floating point numbers of consecutive rows. */
  public void setDoubles(int first, DoubleBuffer values) {
    int count = values.remaining();
    values.get(values.position(), doubles, first, count);
    nulls.clear(first, first + count);
  }

  /** Sets 32-bit floating point numbers of consecutive rows. */
  public void setFloats(int first, FloatBuffer values) {
    int count = values.remaining();
    values.get(values.position(), floats, first, count);
    nulls.clear(first, first + count);
  }

  /**
   * Sets texts of consecutive rows.
   *
   * @param offsets where each begins in {@code utf8}, then where the last one ends
   */
  public void setTexts(int first, IntBuffer offsets, ByteBuffer utf8) {
    texts.setAll(first, offsets, utf8);
    nulls.clear(first, first + offsets.remaining() - 1);
  }

  /** Sets vectors of consecutive rows, which stand one after the other. */
  public void setVectors(int first, FloatBuffer elements) {
    int dimension = type.dimension();
    int count = elements.remaining() / dimension;
    int perBlock = 1 << VectorBlocks.shift(dimension);
    for (int done = 0; done < count; ) {
      int inBlock = (first + done) % perBlock;
      int taken = Math.min(count - done, perBlock - inBlock);
      float[] block = vectors[(first + done) / perBlock];
      elements.get(
          elements.position() + done * dimension, block, inBlock * dimension, taken * dimension);
      done += taken;
    }
    nulls.clear(first, first + count);
  }

  /** Takes the value of a row away again. */
  public void setNull(int row) {
    nulls.set(row);
  }

  /** The column. The builder is of no use afterwards. */
  public Column build() {
    if (rows > 0 && nulls.cardinality() == rows) {
      return nulls(type);
    }
    return switch (Form.of(type)) {
      case LONGS -> LongColumns.of(longs, nulls);
      case DOUBLES -> new DoubleColumns.DoubleArray(doubles, nulls);
      case FLOATS -> new DoubleColumns.FloatArray(floats, nulls);
      case BOOLEANS -> new BooleanBits(booleans, nulls);
      case TEXTS -> texts.build(nulls);
      case VECTORS -> new VectorBlocks(vectors, type.dimension(), nulls);
      case LISTS -> flattened();
    };
  }

  private Column flattened() {
    int[] offsets = new int[rows + 1];
    for (int row = 0; row < rows; row++) {
      offsets[row + 1] = Math.addExact(offsets[row], lists.get(row).size());
    }
    ColumnBuilder elements = new ColumnBuilder(PropertyType.of(type.scalar()), offsets[rows]);
    for (int row = 0; row < rows; row++) {
      List<Object> list = lists.get(row);
      for (int i = 0; i < list.size(); i++) {
        elements.setChecked(offsets[row] + i, list.get(i));
      }
    }
    return new ListArray(elements.build(), offsets, nulls);
  }

  private static List<Object> elements(List<?> list) {
    return List.copyOf(list);
  }

  /** The forms of columns in memory. */
  enum Form {
    LONGS,
    DOUBLES,
    FLOATS,
    BOOLEANS,
    TEXTS,
    VECTORS,
    LISTS;

    static Form of(PropertyType type) {
      return type.isList() ? LISTS : of(type.scalar().form());
    }

    private static Form of(ColumnForm form) {
      return switch (form) {
        case INT32, INT64, UINT32, UINT64, DAYS, MILLISECONDS -> LONGS;
        case FLOAT32 -> FLOATS;
        case FLOAT64 -> DOUBLES;
        case BOOLEAN -> BOOLEANS;
        case TEXT -> TEXTS;
        case FLOATS -> VECTORS;
      };
    }
  }
}
