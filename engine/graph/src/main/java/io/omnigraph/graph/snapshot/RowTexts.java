package io.omnigraph.graph.snapshot;

import java.util.function.IntFunction;

/** Texts of rows, none of which is null, as a column. */
record RowTexts(IntFunction<String> values) implements Column.Texts {

  @Override
  public boolean isNull(int row) {
    return false;
  }

  @Override
  public boolean mayBeNull() {
    return false;
  }

  @Override
  public String get(int row) {
    return values.apply(row);
  }
}
