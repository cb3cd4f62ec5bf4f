package io.omnigraph.graph.column;

import io.omnigraph.values.PropertyType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The values of one column of a {@link RowBuffer}, in the order of the rows, as plain arrays. Each
 * row has one value or none.
 */
public abstract sealed class Cells {

  private long[] present = new long[16];
  private int size;

  /** Empty cells for values of a type. */
  static Cells of(PropertyType type) {
    return switch (ColumnBuilder.Form.of(type)) {
      case LONGS -> new Longs();
      case DOUBLES, FLOATS -> new Doubles();
      case BOOLEANS -> new Booleans();
      case TEXTS -> new Texts();
      case VECTORS -> new Vectors(type.dimension());
      case LISTS -> new Lists();
    };
  }

  /** The number of rows, with a value or without. */
  public final int size() {
    return size;
  }

  /** The rows that have a value, as bits from the lowest one on. */
  public final long[] present() {
    return present;
  }

  /** Whether a row has a value. */
  public final boolean isPresent(int row) {
    return (present[row >> 6] >>> row & 1) != 0;
  }

  /**
   * Adds a value that was checked against the type.
   *
   * @param value in the form that {@link io.omnigraph.graph.snapshot.Column} describes
   */
  public abstract void add(Object value);

  /** The value of a row that has one, in the same form. */
  public abstract Object value(int row);

  /** Roughly the bytes that the values take. */
  abstract long bytes();

  /** Makes room for one more value. */
  abstract void grow(int capacity);

  /** Adds a row without a value. */
  public void addNull() {
    next();
    present[(size - 1) >> 6] &= ~(1L << (size - 1));
  }

  final void padTo(int rows) {
    while (size < rows) {
      addNull();
    }
  }

  void cutTo(int rows) {
    size = Math.min(size, rows);
  }

  /** The number of the next row, which has a value. */
  final int next() {
    int row = size++;
    if (row >> 6 >= present.length) {
      present = Arrays.copyOf(present, present.length * 2);
    }
    present[row >> 6] |= 1L << row;
    grow(size);
    return row;
  }

  /** Whole numbers, dates and times. */
  public static final class Longs extends Cells {

    private long[] values = new long[64];

    /** Adds a number. */
    public void add(long value) {
      int row = next();
      values[row] = value;
    }

    @Override
    public void add(Object value) {
      add((long) (Long) value);
    }

    /** The value of a row that has one. */
    public long get(int row) {
      return values[row];
    }

    @Override
    public Object value(int row) {
      return get(row);
    }

    @Override
    void grow(int capacity) {
      if (capacity > values.length) {
        values = Arrays.copyOf(values, values.length * 2);
      }
    }

    @Override
    long bytes() {
      return (long) Long.BYTES * size();
    }
  }

  /** Floating point numbers. */
  public static final class Doubles extends Cells {

    private double[] values = new double[64];

    /** Adds a number. */
    public void add(double value) {
      int row = next();
      values[row] = value;
    }

    @Override
    public void add(Object value) {
      add((double) (Double) value);
    }

    /** The value of a row that has one. */
    public double get(int row) {
      return values[row];
    }

    @Override
    public Object value(int row) {
      return get(row);
    }

    @Override
    void grow(int capacity) {
      if (capacity > values.length) {
        values = Arrays.copyOf(values, values.length * 2);
      }
    }

    @Override
    long bytes() {
      return (long) Double.BYTES * size();
    }
  }

  /** Truth values. */
  public static final class Booleans extends Cells {

    private boolean[] values = new boolean[64];

    /** Adds a value. */
    public void add(boolean value) {
      int row = next();
      values[row] = value;
    }

    @Override
    public void add(Object value) {
      add((boolean) (Boolean) value);
    }

    /** The value of a row that has one. */
    public boolean get(int row) {
      return values[row];
    }

    @Override
    public Object value(int row) {
      return get(row);
    }

    @Override
    void grow(int capacity) {
      if (capacity > values.length) {
        values = Arrays.copyOf(values, values.length * 2);
      }
    }

    @Override
    long bytes() {
      return size();
    }
  }

  /** Texts, as their UTF-8 bytes one after the other. */
  public static final class Texts extends Cells {

    private byte[] bytes = new byte[1024];
    private int[] ends = new int[64];

    /** Adds a text by its UTF-8 bytes. */
    public void add(byte[] source, int from, int length) {
      int start = used();
      while (start + length > bytes.length) {
        bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, start + length));
      }
      int row = next();
      System.arraycopy(source, from, bytes, start, length);
      ends[row] = start + length;
    }

    @Override
    public void add(Object value) {
      byte[] utf8 = ((String) value).getBytes(StandardCharsets.UTF_8);
      add(utf8, 0, utf8.length);
    }

    /** The bytes of all texts. */
    public byte[] content() {
      return bytes;
    }

    /** Where the text of a row begins; it ends where that of the next one begins. */
    public int start(int row) {
      return row == 0 ? 0 : ends[row - 1];
    }

    @Override
    public Object value(int row) {
      return new String(bytes, start(row), ends[row] - start(row), StandardCharsets.UTF_8);
    }

    /** The number of bytes of all texts. */
    public int used() {
      return start(size());
    }

    @Override
    public void addNull() {
      int end = used();
      super.addNull();
      ends[size() - 1] = end;
    }

    @Override
    void grow(int capacity) {
      if (capacity > ends.length) {
        ends = Arrays.copyOf(ends, ends.length * 2);
      }
    }

    @Override
    long bytes() {
      return used() + (long) Integer.BYTES * size();
    }
  }

  /** Vectors, as their numbers one after the other. */
  public static final class Vectors extends Cells {

    private final int dimension;
    private float[] numbers;

    Vectors(int dimension) {
      this.dimension = dimension;
      this.numbers = new float[dimension * 4];
    }

    @Override
    public void add(Object value) {
      float[] vector = (float[]) value;
      int row = next();
      System.arraycopy(vector, 0, numbers, row * dimension, dimension);
    }

    /** The numbers of all rows; those without a vector have numbers too, which mean nothing. */
    public float[] numbers() {
      return numbers;
    }

    @Override
    public Object value(int row) {
      return Arrays.copyOfRange(numbers, row * dimension, (row + 1) * dimension);
    }

    /** How many numbers a vector has. */
    public int dimension() {
      return dimension;
    }

    @Override
    void grow(int capacity) {
      if (capacity * dimension > numbers.length) {
        numbers = Arrays.copyOf(numbers, numbers.length * 2);
      }
    }

    @Override
    long bytes() {
      return (long) Float.BYTES * dimension * size();
    }
  }

  /** Lists. */
  public static final class Lists extends Cells {

    private final List<@Nullable List<Object>> values = new ArrayList<>();
    private long elements;

    @Override
    public void add(Object value) {
      List<Object> list = List.copyOf((List<?>) value);
      next();
      values.add(list);
      elements += list.size();
    }

    /** The value of a row that has one. */
    public List<Object> get(int row) {
      List<Object> list = values.get(row);
      return list == null ? List.of() : list;
    }

    @Override
    public Object value(int row) {
      return get(row);
    }

    @Override
    public void addNull() {
      super.addNull();
      values.add(null);
    }

    @Override
    void cutTo(int rows) {
      super.cutTo(rows);
      values.subList(Math.min(rows, values.size()), values.size()).clear();
    }

    @Override
    void grow(int capacity) {}

    @Override
    long bytes() {
      return 32L * size() + 24 * elements;
    }
  }
}
