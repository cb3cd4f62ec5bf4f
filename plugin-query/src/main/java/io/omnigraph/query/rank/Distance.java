package io.omnigraph.query.rank;

import io.omnigraph.graph.snapshot.Column;

/**
 * The cosine distance of the vectors of a column from a query: 0 in the same direction, 1 at a
 * right angle, 2 in opposite directions; 1 from a vector without a direction. Null where there is
 * no vector.
 */
public final class Distance implements Column.Doubles {

  private final Column.Vectors vectors;
  private final float[] query;
  private final double length;

  /** The distances from a query of the vectors' dimension. */
  public Distance(Column.Vectors vectors, float[] query) {
    this.vectors = vectors;
    this.query = query.clone();
    this.length = Math.sqrt(product(query, query));
  }

  @Override
  public boolean isNull(int row) {
    return vectors.isNull(row);
  }

  @Override
  public double get(int row) {
    float[] vector = vectors.get(row);
    double lengths = length * Math.sqrt(product(vector, vector));
    return lengths == 0 ? 1 : 1 - product(vector, query) / lengths;
  }

  private static double product(float[] left, float[] right) {
    double sum = 0;
    for (int i = 0; i < left.length; i++) {
      sum += (double) left[i] * right[i];
    }
    return sum;
  }
}
