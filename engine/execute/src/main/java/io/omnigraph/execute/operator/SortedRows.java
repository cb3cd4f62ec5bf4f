package io.omnigraph.execute.operator;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the first rows of an order. With a limit it holds no more than a few times as many rows: as
 * soon as there are too many, those that cannot be among the first any more are dropped, and from
 * then on only rows before the last of those that are left get in.
 */
final class SortedRows implements ResultSink {

  private static final int ROOM = 512;

  private final RowStore store;
  private final RowOrder order;
  private final Projector projector;
  private final Window window;
  private final long limit;

  /** The first key of the order, where rows can be told by it that come too late; else absent. */
  private final @Nullable LeadingKey leading;

  private long[] numbers = {};

  /** The position of the last row that can be among the first; -1 while none was dropped. */
  private int last = -1;

  /** The number of the leading key of that row. */
  private long most = Long.MAX_VALUE;

  SortedRows(RowStore store, Order order, Projector projector, Window window) {
    this.store = store;
    this.order = order.rows();
    this.leading = order.leading();
    this.projector = projector;
    this.window = window;
    this.limit = window.end();
  }

  /**
   * An order of rows.
   *
   * @param leading its first key as numbers; absent where it has none
   */
  record Order(RowOrder rows, @Nullable LeadingKey leading) {}

  @Override
  public void accept(Batch batch) {
    int count = batch.selected();
    if (leading == null || last < 0) {
      for (int i = 0; i < count; i++) {
        add(batch, batch.position(i));
      }
      return;
    }
    if (numbers.length < count) {
      numbers = new long[batch.size()];
    }
    leading.numbers(batch, numbers);
    for (int i = 0; i < count; i++) {
      if (numbers[i] <= most) {
        add(batch, batch.position(i));
      }
    }
  }

  @Override
  public boolean wants(Batch batch, int position) {
    return limit > 0;
  }

  @Override
  public List<@Nullable Object[]> finish() {
    return projector.project(store, window.of(store.first(limit, order)));
  }

  private void add(Batch batch, int position) {
    if (limit == 0) {
      return;
    }
    store.add(batch, position, 1);
    if (last >= 0 && order.compare(store.nodes(), store.size() - 1, last) >= 0) {
      store.removeLast();
      return;
    }
    store.add(batch, position, Math.min(limit, batch.weight(position)) - 1);
    if (store.size() / 2 - ROOM > limit) {
      store.keep(store.first(limit, order));
      last = store.size() - 1;
      most = leading == null ? most : leading.number(store.nodes(), last);
    }
  }
}
