package io.omnigraph.execute.rank;

import io.omnigraph.graph.snapshot.Column;
import java.util.Arrays;

/**
 * The cosine distances of the vectors of a column from a query; null where there is no vector. Each
 * is worked out when it is first asked for, so that rows which a filter has dropped cost nothing.
 * Used by one thread.
 */
public final class Distance implements Column.Doubles {

  private final Column.Vectors vectors;
  private final Cosine cosine;
  private final double[] known;

  /** The distances of so many rows from a query of the vectors' dimension. */
  public Distance(Column.Vectors vectors, int rows, float[] query) {
    this.vectors = vectors;
    this.cosine = new Cosine(query);
    this.known = new double[rows];
    Arrays.fill(known, Double.NaN);
  }

  @Override
  public boolean isNull(int row) {
    return row < 0 || vectors.isNull(row);
  }

  @Override
  public double get(int row) {
    double distance = known[row];
    if (Double.isNaN(distance)) {
      distance = cosine.distance(vectors, row);
      known[row] = distance;
    }
    return distance;
  }
}
