package io.omnigraph.query.rank;

import io.omnigraph.graph.snapshot.Column;
import java.util.Arrays;

/**
 * The cosine distance of the vectors of a column from a query: 0 in the same direction, 1 at a
 * right angle, 2 in opposite directions; 1 from a vector without a direction. Null where there is
 * no vector. Each distance is worked out when it is first asked for, so that rows which a filter
 * has dropped cost nothing. Used by one thread.
 */
public final class Distance implements Column.Doubles {

  private final Column.Vectors vectors;
  private final double[] query;
  private final double length;
  private final double[] known;

  /** The distances of so many rows from a query of the vectors' dimension. */
  public Distance(Column.Vectors vectors, int rows, float[] query) {
    this.vectors = vectors;
    this.query = new double[query.length];
    double squares = 0;
    for (int i = 0; i < query.length; i++) {
      this.query[i] = query[i];
      squares += this.query[i] * this.query[i];
    }
    this.length = Math.sqrt(squares);
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
      distance = distance(vectors.elements(row), vectors.offset(row));
      known[row] = distance;
    }
    return distance;
  }

  /** Four sums side by side: one would have every addition wait for the one before. */
  private double distance(float[] elements, int offset) {
    double p0 = 0;
    double p1 = 0;
    double s0 = 0;
    double s1 = 0;
    int even = query.length & ~1;
    for (int i = 0; i < even; i += 2) {
      double a = elements[offset + i];
      double b = elements[offset + i + 1];
      p0 += a * query[i];
      p1 += b * query[i + 1];
      s0 += a * a;
      s1 += b * b;
    }
    if (even < query.length) {
      double last = elements[offset + even];
      p0 += last * query[even];
      s0 += last * last;
    }
    double lengths = length * Math.sqrt(s0 + s1);
    return lengths == 0 ? 1 : 1 - (p0 + p1) / lengths;
  }
}
