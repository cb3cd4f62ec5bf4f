package io.omnigraph.execute.operator;

import io.omnigraph.graph.snapshot.Column;

/** The truth values by the numbers that stand for them. */
record TruthColumn() implements Column.Booleans {

  @Override
  public boolean isNull(int row) {
    return row == Truths.UNKNOWN;
  }

  @Override
  public boolean get(int row) {
    return row == Truths.TRUE;
  }
}
