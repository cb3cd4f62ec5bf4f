package io.omnigraph.execute.rank;

import io.omnigraph.graph.snapshot.Column;

/**
 * The cosine distance of vectors from a query: 0 in the same direction, 1 at a right angle, 2 in
 * opposite directions; 1 from a vector without a direction.
 */
final class Cosine {

  private final double[] query;
  private final double length;

  Cosine(float[] query) {
    this.query = new double[query.length];
    double squares = 0;
    for (int i = 0; i < query.length; i++) {
      this.query[i] = query[i];
      squares += this.query[i] * this.query[i];
    }
    this.length = Math.sqrt(squares);
  }

  /** The distance of a row that has a vector of the query's dimension. */
  double distance(Column.Vectors vectors, int row) {
    return distance(vectors.elements(row), vectors.offset(row));
  }

  /** Two sums side by side: one would have every addition wait for the one before. */
  private double distance(float[] elements, int offset) {
    double evenProducts = 0;
    double oddProducts = 0;
    double evenSquares = 0;
    double oddSquares = 0;
    int pairs = query.length & ~1;
    for (int i = 0; i < pairs; i += 2) {
      double even = elements[offset + i];
      double odd = elements[offset + i + 1];
      evenProducts += even * query[i];
      oddProducts += odd * query[i + 1];
      evenSquares += even * even;
      oddSquares += odd * odd;
    }
    if (pairs < query.length) {
      double last = elements[offset + pairs];
      evenProducts += last * query[pairs];
      evenSquares += last * last;
    }
    double lengths = length * Math.sqrt(evenSquares + oddSquares);
    return lengths == 0 ? 1 : 1 - (evenProducts + oddProducts) / lengths;
  }
}
