package io.omnigraph.graph.snapshot;

import io.omnigraph.values.text.TextBytes;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The values of a property by dense row number. The value of a null or of a dead row is undefined.
 * Immutable and safe for use by many threads.
 */
public sealed interface Column {

  /** Whether the row has no value. */
  boolean isNull(int row);

  /** Whether a row may have no value; where none may, nobody needs to ask. */
  default boolean mayBeNull() {
    return true;
  }

  /**
   * Whole numbers; also days since 1970-01-01 ({@code Date}) and milliseconds since
   * 1970-01-01T00:00Z ({@code DateTime}). {@code U64} values are the same 64 bits, unsigned.
   */
  non-sealed interface Longs extends Column {
    /** The value of a row. */
    long get(int row);

    /** What the values lie between, if that is known without reading them. */
    default Optional<WholeRange> range() {
      return Optional.empty();
    }

    /** Copies the values of some rows, in their order; those of nulls are undefined. */
    default void gather(int[] rows, int count, long[] into) {
      for (int i = 0; i < count; i++) {
        into[i] = isNull(rows[i]) ? 0 : get(rows[i]);
      }
    }
  }

  /** Floating point numbers; an {@code F32} is widened. */
  non-sealed interface Doubles extends Column {
    /** The value of a row. */
    double get(int row);

    /** Copies the values of some rows, in their order; those of nulls are undefined. */
    default void gather(int[] rows, int count, double[] into) {
      for (int i = 0; i < count; i++) {
        into[i] = isNull(rows[i]) ? 0 : get(rows[i]);
      }
    }
  }

  /** Truth values. */
  non-sealed interface Booleans extends Column {
    /** The value of a row. */
    boolean get(int row);
  }

  /**
   * Texts and enum values; a {@code Blob} as it was loaded, {@code base64:…} or a URI. They are
   * kept as UTF-8: what compares bytes is cheap, what makes a {@link String} is not.
   */
  non-sealed interface Texts extends Column {
    /** The value of a row. */
    String get(int row);

    /** The value of a row as UTF-8, in a new array. */
    default byte[] utf8(int row) {
      return TextBytes.of(get(row));
    }

    /** The number of bytes of {@link #utf8}. */
    default int length(int row) {
      return utf8(row).length;
    }

    /** Whether the value of a row is the given UTF-8. */
    default boolean equalsUtf8(int row, byte[] value) {
      return Arrays.equals(utf8(row), value);
    }

    /** Compares the value of a row with the given UTF-8, by unsigned bytes. */
    default int compareUtf8(int row, byte[] value) {
      return Arrays.compareUnsigned(utf8(row), value);
    }

    /** {@link TextBytes#hash(byte[])} of the value of a row. */
    default int hash(int row) {
      return TextBytes.hash(utf8(row));
    }

    /** Whether a row has the same value as a row of another column. */
    default boolean isEqual(int row, Texts other, int otherRow) {
      return other.equalsUtf8(otherRow, utf8(row));
    }

    /** Compares a row with a row of another column, by unsigned bytes. */
    default int compare(int row, Texts other, int otherRow) {
      return -other.compareUtf8(otherRow, utf8(row));
    }

    /**
     * Numbers for the values, if they are few and it has been worth working them out. A column that
     * has none may have them when it is asked again.
     */
    default Optional<TextCodes> codes() {
      return Optional.empty();
    }
  }

  /** Vectors of a fixed length. */
  non-sealed interface Vectors extends Column {
    /** The value of a row; callers do not change it. */
    float[] get(int row);

    /**
     * An array in which the value of a row stands from {@link #offset} on, so that it can be read
     * without a copy; callers do not change it.
     */
    default float[] elements(int row) {
      return get(row);
    }

    /** Where in {@link #elements} the value of a row begins. */
    default int offset(int row) {
      return 0;
    }
  }

  /**
   * Lists. Elements are {@link Long}, {@link Double}, {@link Boolean} or {@link String}, as the
   * scalar columns have them.
   */
  non-sealed interface Lists extends Column {
    /** The value of a row. */
    List<Object> get(int row);
  }
}
