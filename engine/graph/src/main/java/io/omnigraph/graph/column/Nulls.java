package io.omnigraph.graph.column;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** Which rows have no value; without a bitmap when all have one. */
abstract class Nulls implements InMemory {

  private static final int OBJECT_BYTES = 64;

  private final @Nullable BitSet nulls;

  Nulls(BitSet nulls) {
    this.nulls = nulls.isEmpty() ? null : nulls;
  }

  public final boolean isNull(int row) {
    return nulls != null && nulls.get(row);
  }

  public final boolean mayBeNull() {
    return nulls != null;
  }

  @Override
  public final long bytes() {
    return OBJECT_BYTES + (nulls == null ? 0 : nulls.size() / Byte.SIZE) + valueBytes();
  }

  /** The bytes of the values. */
  abstract long valueBytes();
}
