package io.omnigraph.graph.snapshot;

import java.util.List;

/**
 * The values of a property by dense row number. The value of a null or of a dead row is undefined.
 * Immutable and safe for use by many threads.
 */
public sealed interface Column {

  /** Whether the row has no value. */
  boolean isNull(int row);

  /**
   * Whole numbers; also days since 1970-01-01 ({@code Date}) and milliseconds since
   * 1970-01-01T00:00Z ({@code DateTime}). {@code U64} values are the same 64 bits, unsigned.
   */
  non-sealed interface Longs extends Column {
    /** The value of a row. */
    long get(int row);
  }

  /** Floating point numbers; an {@code F32} is widened. */
  non-sealed interface Doubles extends Column {
    /** The value of a row. */
    double get(int row);
  }

  /** Truth values. */
  non-sealed interface Booleans extends Column {
    /** The value of a row. */
    boolean get(int row);
  }

  /** Texts and enum values; a {@code Blob} as it was loaded, {@code base64:…} or a URI. */
  non-sealed interface Texts extends Column {
    /** The value of a row. */
    String get(int row);
  }

  /** Vectors of a fixed length. */
  non-sealed interface Vectors extends Column {
    /** The value of a row; callers do not change it. */
    float[] get(int row);
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
