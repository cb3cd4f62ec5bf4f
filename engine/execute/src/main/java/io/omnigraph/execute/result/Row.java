package io.omnigraph.execute.result;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A row of a result as an unmodifiable map from column names to values, in the order of the
 * columns. Of two columns with one name the later value counts.
 *
 * <p>Values are {@link String}, {@link Boolean}, {@link Long}, {@link java.math.BigInteger}, {@link
 * Double}, a {@link java.util.List} of those, or null.
 */
final class Row extends AbstractMap<String, @Nullable Object> {

  private final RowShape shape;
  private final @Nullable Object[] values;

  Row(RowShape shape, @Nullable Object[] values) {
    this.shape = shape;
    this.values = values;
  }

  @Override
  public @Nullable Object get(@Nullable Object key) {
    int index = shape.names().indexOf(key);
    return index < 0 ? null : values[shape.positions().get(index)];
  }

  @Override
  public Set<Entry<String, @Nullable Object>> entrySet() {
    return new AbstractSet<>() {
      @Override
      public Iterator<Entry<String, @Nullable Object>> iterator() {
        return IntStream.range(0, size()).mapToObj(Row.this::entry).iterator();
      }

      @Override
      public int size() {
        return shape.names().size();
      }
    };
  }

  private Map.Entry<String, @Nullable Object> entry(int index) {
    return new SimpleImmutableEntry<>(
        shape.names().get(index), values[shape.positions().get(index)]);
  }
}
