package io.omnigraph.graph.snapshot;

/**
 * Small numbers for the values of a column of texts, from 0 without gaps: equal texts have one
 * number. The number of a null is undefined. Immutable and safe for use by many threads.
 */
public interface TextCodes {

  /** How many different values there are. */
  int size();

  /** The number of a row's value. */
  int code(int row);

  /** A row that has the value of a number. */
  int row(int code);

  /** The number of a text as UTF-8; -1 when no row has it. */
  int codeOf(byte[] utf8);

  /** Copies the numbers of some rows, in their order. */
  default void gather(int[] rows, int count, int[] into) {
    for (int i = 0; i < count; i++) {
      into[i] = code(rows[i]);
    }
  }
}
