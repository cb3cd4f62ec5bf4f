package io.omnigraph.schema.catalog;

/** The scalar types of properties. */
public enum Scalar {
  STRING("String"),
  BOOL("Bool"),
  I32("I32"),
  I64("I64"),
  U32("U32"),
  U64("U64"),
  F32("F32"),
  F64("F64"),
  DATE("Date"),
  DATE_TIME("DateTime"),
  BLOB("Blob"),
  /** A fixed number of 32-bit floats; the number stands in {@link PropertyType#dimension}. */
  VECTOR("Vector");

  private final String word;

  Scalar(String word) {
    this.word = word;
  }

  /** The word of the schema language. */
  public String word() {
    return word;
  }

  /** Whether values are whole numbers. */
  public boolean isInteger() {
    return this == I32 || this == I64 || this == U32 || this == U64;
  }

  /** Whether values are numbers, whole or not. */
  public boolean isNumeric() {
    return isInteger() || this == F32 || this == F64;
  }
}
