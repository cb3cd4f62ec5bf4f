package io.omnigraph.values;

/**
 * The form in which values stand in columns, in files and in memory. A value outside of a column is
 * a {@link Long} in the forms of whole numbers, days and milliseconds, a {@link Double} in those of
 * floating point numbers, a {@link Boolean}, a {@link String}, or a {@code float[]}.
 */
public enum ColumnForm {
  TEXT,
  BOOLEAN,
  INT32,
  INT64,
  UINT32,
  /** Whole numbers whose 64 bits are unsigned. */
  UINT64,
  FLOAT32,
  FLOAT64,
  /** Days since 1970-01-01, in 32 bits. */
  DAYS,
  /** Milliseconds since 1970-01-01T00:00Z, in 64 bits. */
  MILLISECONDS,
  /** A fixed number of 32-bit floats. */
  FLOATS;

  /** Whether values are compared as signed 64-bit numbers are. */
  public boolean isSignedWhole() {
    return switch (this) {
      case INT32, INT64, UINT32, DAYS, MILLISECONDS -> true;
      case TEXT, BOOLEAN, UINT64, FLOAT32, FLOAT64, FLOATS -> false;
    };
  }
}
