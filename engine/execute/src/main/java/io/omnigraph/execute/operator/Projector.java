package io.omnigraph.execute.operator;

import io.omnigraph.execute.operator.Budget.Account;
import io.omnigraph.execute.plan.Slots;
import io.omnigraph.execute.result.ResultValues;
import io.omnigraph.query.check.OutputColumn;
import io.omnigraph.query.check.RowVariable;
import io.omnigraph.query.check.TypedExpression;
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
  private static final int BYTES_PER_MEMBER = 64;

  private final List<OutputColumn> outputs;
  private final Columns columns;
  private final Account account;

  Projector(List<OutputColumn> outputs, Columns columns, Account account) {
    this.outputs = List.copyOf(outputs);
    this.columns = columns;
    this.account = account;
  }

  /** The rows at some positions of a store, in that order. */
  List<@Nullable Object[]> project(RowStore store, int[] positions) {
    int width = outputs.size();
    account.hold((long) positions.length * (BYTES_PER_ROW + (long) width * BYTES_PER_CELL));
    List<@Nullable Object[]> rows = new ArrayList<>(positions.length);
    for (int i = 0; i < positions.length; i++) {
      rows.add(new @Nullable Object[width]);
    }
    for (int column = 0; column < width; column++) {
      @Nullable Object[] cells = cells(outputs.get(column), store, positions);
      for (int i = 0; i < positions.length; i++) {
        rows.get(i)[column] = cells[i];
      }
    }
    return rows;
  }

  private @Nullable Object[] cells(OutputColumn output, RowStore store, int[] positions) {
    return switch (output) {
      case OutputColumn.Plain(_, var value) -> values(value, store, positions);
      case OutputColumn.Node(_, var variable, var members) ->
          nodes(variable, members, store, positions);
      case OutputColumn.Aggregated aggregated ->
          throw new IllegalStateException("rows have no aggregate " + aggregated.name());
    };
  }

  private @Nullable Object[] nodes(
      RowVariable variable, List<OutputColumn.Member> members, RowStore store, int[] positions) {
    List<String> names = members.stream().map(OutputColumn.Member::name).toList();
    List<@Nullable Object[]> values =
        members.stream().map(member -> values(member.value(), store, positions)).toList();
    account.hold((long) positions.length * members.size() * BYTES_PER_MEMBER);
    @Nullable Object[] cells = new @Nullable Object[positions.length];
    for (int i = 0; i < cells.length; i++) {
      int row = i;
      if (store.nodes()[variable.slot()][positions[i]] != Batch.MISSING) {
        cells[i] = NodeObject.of(names, values.stream().map(column -> column[row]).toArray());
      }
    }
    return cells;
  }

  private @Nullable Object[] values(TypedExpression expression, RowStore store, int[] positions) {
    int slot = Slots.slot(expression);
    LateColumn column =
        slot < 0
            ? LateColumn.of(columns.of(expression))
            : columns.late(expression, store.nodes()[slot], positions);
    @Nullable Object[] cells = new @Nullable Object[positions.length];
    long bytes = 0;
    for (int i = 0; i < cells.length; i++) {
      int row = slot < 0 ? 0 : store.nodes()[slot][positions[i]];
      Object value = column.value(row);
      bytes += Sizes.beyondCell(value);
      cells[i] = ResultValues.of(value, expression.type());
    }
    account.hold(bytes);
    return cells;
  }
}
