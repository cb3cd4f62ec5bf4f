package io.omnigraph.query.execute;

import io.omnigraph.query.check.TypedExpression;
import io.omnigraph.query.execute.Budget.Account;
import io.omnigraph.query.result.Cells;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes the rows of the result from kept rows of the match. Only now are the columns that are
 * merely returned read, and where they are not in memory, only for these rows.
 */
final class Projector {

  private static final int BYTES_PER_CELL = 24;
  private static final int BYTES_PER_ROW = 24;

  private final List<TypedExpression> expressions;
  private final Columns columns;
  private final Account account;

  Projector(List<TypedExpression> expressions, Columns columns, Account account) {
    this.expressions = List.copyOf(expressions);
    this.columns = columns;
    this.account = account;
  }

  /** The rows at some positions of a store, in that order. */
  List<@Nullable Object[]> project(RowStore store, int[] positions) {
    List<@Nullable Object[]> rows = new ArrayList<>(positions.length);
    int width = expressions.size();
    account.hold((long) positions.length * (BYTES_PER_ROW + (long) width * BYTES_PER_CELL));
    for (int i = 0; i < positions.length; i++) {
      rows.add(new @Nullable Object[width]);
    }
    for (int column = 0; column < width; column++) {
      fill(rows, column, store, positions);
    }
    return rows;
  }

  private void fill(List<@Nullable Object[]> rows, int at, RowStore store, int[] positions) {
    TypedExpression expression = expressions.get(at);
    int slot = Columns.slot(expression);
    LateColumn column =
        slot < 0
            ? LateColumn.of(columns.of(expression))
            : columns.late(expression, store.nodes()[slot], positions);
    long bytes = 0;
    for (int i = 0; i < positions.length; i++) {
      int row = slot < 0 ? 0 : store.nodes()[slot][positions[i]];
      Object value = column.value(row);
      bytes += Sizes.beyondCell(value);
      rows.get(i)[at] = Cells.of(value, expression.type());
    }
    account.hold(bytes);
  }
}
