package io.omnigraph.graph.column;

import io.omnigraph.graph.snapshot.Column;
import java.util.BitSet;

/** Truth values. */
final class BooleanBits extends Nulls implements Column.Booleans {

  private final BitSet values;

  BooleanBits(BitSet values, BitSet nulls) {
    super(nulls);
    this.values = values;
  }

  @Override
  public boolean get(int row) {
    return values.get(row);
  }

  @Override
  long valueBytes() {
    return ARRAY_BYTES + values.size() / Byte.SIZE;
  }
}
