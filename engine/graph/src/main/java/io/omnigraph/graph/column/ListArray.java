package io.omnigraph.graph.column;

import io.omnigraph.graph.snapshot.Column;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** Lists: the elements of all of them as one column, and where each list begins. */
final class ListArray extends Nulls implements Column.Lists {

  private final Column elements;
  private final int[] offsets;

  /**
   * Lists.
   *
   * @param offsets where each list begins in {@code elements}, then where the last one ends
   */
  ListArray(Column elements, int[] offsets, BitSet nulls) {
    super(nulls);
    this.elements = elements;
    this.offsets = offsets;
  }

  @Override
  public List<Object> get(int row) {
    Object[] list = new Object[offsets[row + 1] - offsets[row]];
    Arrays.setAll(list, i -> element(offsets[row] + i));
    return List.of(list);
  }

  @Override
  long valueBytes() {
    long own = ARRAY_BYTES + (long) Integer.BYTES * offsets.length;
    return own + (elements instanceof InMemory inner ? inner.bytes() : 0);
  }

  private Object element(int index) {
    return switch (elements) {
      case Column.Longs longs -> longs.get(index);
      case Column.Doubles doubles -> doubles.get(index);
      case Column.Booleans booleans -> booleans.get(index);
      case Column.Texts texts -> texts.get(index);
      case Column.Vectors _, Column.Lists _ ->
          throw new IllegalStateException("a list has scalar elements");
    };
  }
}
