package io.omnigraph.graph.snapshot;

/**
 * The least and the greatest of some whole numbers.
 *
 * @param least the greatest number of all where there are none
 */
public record WholeRange(long least, long greatest) {

  /** What there is without a number. */
  public static final WholeRange NONE = new WholeRange(Long.MAX_VALUE, Long.MIN_VALUE);

  /** The range of these numbers and others. */
  public WholeRange with(WholeRange other) {
    return new WholeRange(Math.min(least, other.least), Math.max(greatest, other.greatest));
  }

  /** How many whole numbers lie in it, roughly where they are very many. */
  public double size() {
    return least > greatest ? 0 : (double) greatest - least + 1;
  }
}
