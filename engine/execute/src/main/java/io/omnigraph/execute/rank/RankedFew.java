package io.omnigraph.execute.rank;

import io.omnigraph.graph.snapshot.Column;
import java.util.Arrays;

/** Scores of some rows of a table; null for all others. */
public final class RankedFew implements Column.Doubles {

  private final int[] rows;
  private final double[] scores;

  private RankedFew(int[] rows, double[] scores) {
    this.rows = rows;
    this.scores = scores;
  }

  /**
   * The cosine distances of some rows from a query.
   *
   * @param rows ascending
   * @param vectors of these rows alone, each of which has one
   */
  public static RankedFew distances(int[] rows, Column.Vectors vectors, float[] query) {
    Cosine cosine = new Cosine(query);
    double[] distances = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      distances[i] = cosine.distance(vectors, i);
    }
    return new RankedFew(rows.clone(), distances);
  }

  /** The rows, ascending. */
  public int[] rows() {
    return rows.clone();
  }

  @Override
  public boolean isNull(int row) {
    return Arrays.binarySearch(rows, row) < 0;
  }

  @Override
  public double get(int row) {
    return scores[Arrays.binarySearch(rows, row)];
  }
}
