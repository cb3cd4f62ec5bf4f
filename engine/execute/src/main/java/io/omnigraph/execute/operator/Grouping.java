package io.omnigraph.execute.operator;

import io.omnigraph.execute.operator.Budget.Account;
import io.omnigraph.execute.plan.Kept;
import io.omnigraph.graph.snapshot.Column;
import io.omnigraph.query.ast.SortDirection;
import io.omnigraph.query.check.CheckedRead;
import io.omnigraph.query.check.OutputColumn;
import io.omnigraph.query.check.RowVariable;
import io.omnigraph.query.check.SortKey;
import io.omnigraph.query.check.TypedAggregate;
import io.omnigraph.query.check.TypedExpression;
import io.omnigraph.values.PropertyType;
import io.omnigraph.values.Scalar;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what a read groups by, what it works out for each group, and how groups are ordered.
 */
final class Grouping {

  private final Columns columns;
  private final Account account;
  private final int keyCount;
  private final List<GroupKey> keys = new ArrayList<>();
  private final List<PropertyType> keyTypes = new ArrayList<>();
  private final List<Accumulator> functions = new ArrayList<>();
  private final List<GroupShape.Cell> cells = new ArrayList<>();

  private Grouping(CheckedRead read, Columns columns, Account account) {
    this.columns = columns;
    this.account = account;
    this.keyCount = read.columns().stream().mapToInt(Grouping::keys).sum();
  }

  /** The sink that groups the rows of a read. */
  static GroupedRows of(CheckedRead read, Columns columns, Window window, Account account) {
    Grouping grouping = new Grouping(read, columns, account);
    read.columns().forEach(column -> grouping.cells.add(grouping.cell(column)));
    Comparator<@Nullable Object[]> order = grouping.order(read);
    return new GroupedRows(
        new GroupedRows.Members(grouping.keys, grouping.functions),
        order,
        new GroupShape(grouping.cells),
        window,
        account);
  }

  private static int keys(OutputColumn column) {
    return switch (column) {
      case OutputColumn.Plain _ -> 1;
      case OutputColumn.Aggregated _ -> 0;
      case OutputColumn.Node(_, var variable, var members) ->
          members.size() + (variable.isNullable() ? 1 : 0);
    };
  }

  private GroupShape.Cell cell(OutputColumn column) {
    return switch (column) {
      case OutputColumn.Plain(_, var value) -> key(value);
      case OutputColumn.Aggregated(_, var value) -> function(value);
      case OutputColumn.Node(_, var variable, var members) ->
          new GroupShape.Cell.Node(
              members.stream().map(OutputColumn.Member::name).toList(),
              members.stream().map(member -> key(member.value())).toList(),
              variable.isNullable() ? presence(variable).index() : -1);
    };
  }

  /** A key that is null where a variable stands for nothing, and else always the same. */
  private GroupShape.Cell.Value presence(RowVariable variable) {
    keys.add(new GroupKey(new Operand(new Presence(), Presence.TYPE, variable.slot()), account));
    keyTypes.add(Presence.TYPE);
    return new GroupShape.Cell.Value(keys.size() - 1, Presence.TYPE);
  }

  /** Whether there is a row: true, or null. */
  private record Presence() implements Column.Booleans {

    private static final PropertyType TYPE = PropertyType.of(Scalar.BOOL).nullable();

    @Override
    public boolean isNull(int row) {
      return row == Batch.MISSING;
    }

    @Override
    public boolean get(int row) {
      return true;
    }
  }

  private GroupShape.Cell.Value key(TypedExpression value) {
    keys.add(groupKey(value));
    keyTypes.add(value.type());
    return new GroupShape.Cell.Value(keys.size() - 1, value.type());
  }

  private GroupShape.Cell.Value function(TypedAggregate aggregate) {
    functions.add(accumulator(aggregate));
    return new GroupShape.Cell.Value(keyCount + functions.size() - 1, aggregate.type());
  }

  private Accumulator accumulator(TypedAggregate aggregate) {
    if (Kept.countsRows(aggregate)) {
      return new Accumulator.CountRows();
    }
    Accumulator every = Accumulator.of(aggregate.function(), columns.operand(aggregate.argument()));
    return aggregate.isDistinct()
        ? new DistinctAccumulator(groupKey(aggregate.argument()), every, account)
        : every;
  }

  private GroupKey groupKey(TypedExpression value) {
    return new GroupKey(columns.operand(value), account);
  }

  /** By the sort keys, then by what makes the groups. */
  private Comparator<@Nullable Object[]> order(CheckedRead read) {
    Comparator<@Nullable Object[]> order = (_, _) -> 0;
    for (SortKey key : read.sortKeys()) {
      Comparator<@Nullable Object[]> byKey =
          switch (key) {
            case SortKey.ByColumn(var column, _) -> by((GroupShape.Cell.Value) cells.get(column));
            case SortKey.ByAggregate(var value, _) -> by(function(value));
            case SortKey.ByValue property ->
                throw new IllegalStateException("groups have no property " + property);
          };
      order =
          order.thenComparing(
              key.direction() == SortDirection.ASCENDING ? byKey : byKey.reversed());
    }
    for (int i = 0; i < keys.size(); i++) {
      order = order.thenComparing(by(new GroupShape.Cell.Value(i, keyTypes.get(i))));
    }
    return order;
  }

  private static Comparator<@Nullable Object[]> by(GroupShape.Cell.Value cell) {
    ValueOrder order = new ValueOrder(cell.type());
    return (left, right) -> order.compare(left[cell.index()], right[cell.index()]);
  }
}
