package io.omnigraph.execute.operator;

import io.omnigraph.execute.operator.Budget.Account;
import io.omnigraph.execute.plan.Kept;
import io.omnigraph.execute.plan.Slots;
import io.omnigraph.graph.snapshot.Column;
import io.omnigraph.query.ast.SortDirection;
import io.omnigraph.query.ast.SystemField;
import io.omnigraph.query.check.CheckedRead;
import io.omnigraph.query.check.NodeVariable;
import io.omnigraph.query.check.OutputColumn;
import io.omnigraph.query.check.RowVariable;
import io.omnigraph.query.check.SortKey;
import io.omnigraph.query.check.TypedAggregate;
import io.omnigraph.query.check.TypedExpression;
import io.omnigraph.values.PropertyType;
import io.omnigraph.values.Scalar;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds out what a read groups by, what it works out for each group, and how groups are ordered.
 */
final class Grouping {

  private final Columns columns;
  private final Account account;
  private final int keyCount;
  private final List<GroupKey> keys = new ArrayList<>();
  private final List<PropertyType> keyTypes = new ArrayList<>();

  /** The slots of variables that a key tells the rows of apart, and that key. */
  private final Map<Integer, Integer> identities = new HashMap<>();

  /** The slot that each key is read at. */
  private final List<Integer> slots = new ArrayList<>();

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
    List<GroupedRows.Order> order = grouping.order(read);
    return new GroupedRows(
        grouping.members(order), new GroupShape(grouping.cells), window, account);
  }

  /** A key that is about the node of another one, which is no other's, decides nothing. */
  private GroupedRows.Members members(List<GroupedRows.Order> order) {
    Integer[] deciders = new Integer[keys.size()];
    List<Integer> deciding = new ArrayList<>();
    for (int pass = 0; pass < 2; pass++) {
      for (int key = 0; key < deciders.length; key++) {
        int decider = identities.getOrDefault(slots.get(key), key);
        if (pass == 0 && decider == key) {
          deciders[key] = deciding.size();
          deciding.add(key);
        } else if (pass == 1 && decider != key) {
          deciders[key] = deciders[decider];
        }
      }
    }
    return new GroupedRows.Members(keys, deciding, List.of(deciders), functions, order);
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
    Operand operand = new Operand(new Presence(), Presence.TYPE, variable.slot());
    keys.add(new GroupKey(operand, ValueNumbers.of(operand.column(), account), account));
    slots.add(variable.slot());
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
    slots.add(Slots.slot(value));
    if (identity(value).isPresent()) {
      identities.putIfAbsent(Slots.slot(value), keys.size() - 1);
    }
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
    Operand operand = columns.operand(value);
    ValueNumbers values =
        identity(value)
            .<ValueNumbers>map(variable -> new ValueNumbers.OfRows(columns.rows(variable).size()))
            .orElseGet(() -> ValueNumbers.of(operand.column(), account));
    return new GroupKey(operand, values, account);
  }

  /** The variable whose rows an expression tells apart: by their id, or by their only key. */
  private static Optional<RowVariable> identity(TypedExpression value) {
    return switch (value) {
      case TypedExpression.SystemValue(var variable, var field)
          when field == SystemField.ID && variable.types().size() == 1 ->
          Optional.of(variable);
      case TypedExpression.PropertyValue(NodeVariable variable, var property)
          when variable.type().keyColumns().equals(List.of(property.name())) ->
          Optional.of(variable);
      default -> Optional.empty();
    };
  }

  /** By the sort keys, then by what makes the groups. */
  private List<GroupedRows.Order> order(CheckedRead read) {
    List<GroupedRows.Order> order = new ArrayList<>();
    for (SortKey key : read.sortKeys()) {
      GroupShape.Cell.Value cell =
          switch (key) {
            case SortKey.ByColumn(var column, _) -> (GroupShape.Cell.Value) cells.get(column);
            case SortKey.ByAggregate(var value, _) -> function(value);
            case SortKey.ByValue property ->
                throw new IllegalStateException("groups have no property " + property);
          };
      order.add(by(cell, key.direction() == SortDirection.ASCENDING ? 1 : -1));
    }
    for (int i = 0; i < keys.size(); i++) {
      order.add(by(new GroupShape.Cell.Value(i, keyTypes.get(i)), 1));
    }
    return order;
  }

  private static GroupedRows.Order by(GroupShape.Cell.Value cell, int sign) {
    return new GroupedRows.Order(cell.index(), new ValueOrder(cell.type()), sign);
  }
}
