package io.omnigraph.query.execute;

import io.omnigraph.graph.snapshot.Column;
import io.omnigraph.graph.snapshot.Snapshot;
import io.omnigraph.query.ast.SortDirection;
import io.omnigraph.query.check.CheckedRead;
import io.omnigraph.query.check.NodeVariable;
import io.omnigraph.query.check.OutputColumn;
import io.omnigraph.query.check.Ranking;
import io.omnigraph.query.check.SortKey;
import io.omnigraph.query.check.TypedExpression;
import io.omnigraph.query.plan.JoinOrder;
import io.omnigraph.query.plan.Statistics;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One run of a checked read over one snapshot. */
public final class ReadRun {

  private final CheckedRead read;
  private final Snapshot snapshot;
  private final Columns columns;
  private final Budget budget;
  private final long limit;

  private ReadRun(CheckedRead read, Snapshot snapshot, Bindings bindings, Limits limits) {
    this.read = read;
    this.snapshot = snapshot;
    this.columns = new Columns(snapshot, bindings);
    this.budget = new Budget(limits);
    this.limit = read.limit() == null ? Long.MAX_VALUE : read.limit();
  }

  /**
   * The rows of a read, each an array of the values of its columns in the forms of results.
   *
   * @param snapshot whose schema the read was checked against
   * @throws io.omnigraph.query.result.QueryRejected when it cannot be carried out, or not within
   *     its limits
   * @throws java.util.concurrent.CancellationException when the thread is interrupted
   */
  public static List<@Nullable Object[]> rows(
      CheckedRead read, Snapshot snapshot, Bindings bindings, Limits limits) {
    return new ReadRun(read, snapshot, bindings, limits).rows();
  }

  private List<@Nullable Object[]> rows() {
    ResultSink sink = sink();
    new Pipeline(read.slots(), snapshot, columns, budget)
        .run(JoinOrder.of(read.match(), Statistics.of(snapshot)), sink);
    return sink.finish();
  }

  private ResultSink sink() {
    if (read.isAggregate()) {
      return groups();
    }
    List<Operand> operands =
        read.columns().stream().map(column -> columns.operand(value(column))).toList();
    Projector projector = new Projector(operands, budget);
    Ranking ranking = read.ranking();
    if (ranking != null) {
      return ranked(ranking, projector);
    }
    return read.sortKeys().isEmpty()
        ? new UnorderedRows(projector, limit)
        : new SortedRows(store(), sortOrder(), projector, limit);
  }

  private ResultSink ranked(Ranking ranking, Projector projector) {
    int slot = ranking.variable().slot();
    Column.Doubles bestFirst = columns.rankings().bestFirst(ranking);
    Operand keys = new Operand(bestFirst, new TypedExpression.Score(ranking).type(), slot);
    RowOrder order = RowOrder.of(keys, SortDirection.ASCENDING).then(ties());
    return ranking instanceof Ranking.Fused fused
        ? new FusedRows(
            store(),
            slot,
            columns.rankings().fused(fused),
            order,
            new FusedRows.Output(projector, limit))
        : new RankedRows(keys, bestFirst, new SortedRows(store(), order, projector, limit), limit);
  }

  private RowOrder sortOrder() {
    return read.sortKeys().stream()
        .map(key -> RowOrder.of(columns.operand(sorted(key)), key.direction()))
        .reduce(RowOrder::then)
        .orElseThrow()
        .then(ties());
  }

  private TypedExpression sorted(SortKey key) {
    return switch (key) {
      case SortKey.ByProperty(var property, _) -> property;
      case SortKey.ByColumn(var column, _) -> value(read.columns().get(column));
    };
  }

  /** The order of rows that nothing else orders: by the ids of their nodes. */
  private RowOrder ties() {
    return read.tieBreakers().stream()
        .map(TypedExpression.NodeId::new)
        .map(id -> RowOrder.of(columns.operand(id), SortDirection.ASCENDING))
        .reduce(RowOrder::then)
        .orElse((_, _, _) -> 0);
  }

  private RowStore store() {
    return new RowStore(
        read.slots(), read.match().variables().stream().map(NodeVariable::slot).toList(), budget);
  }

  private ResultSink groups() {
    List<GroupedRows.Member> members = new ArrayList<>();
    List<ValueOrder> orders = new ArrayList<>();
    for (OutputColumn column : read.columns()) {
      orders.add(new ValueOrder(column.type()));
      members.add(
          switch (column) {
            case OutputColumn.Plain(_, var value) -> new GroupedRows.Member.Key(groupKey(value));
            case OutputColumn.Aggregated(_, var function, var argument, _) ->
                new GroupedRows.Member.Function(
                    Accumulator.of(function, columns.operand(argument)));
          });
    }
    return new GroupedRows(members, orders, groupOrder(orders), limit, budget);
  }

  private GroupKey groupKey(TypedExpression value) {
    int nodes =
        switch (value) {
          case TypedExpression.Fixed _ -> 0;
          case TypedExpression.PropertyValue(var variable, _) -> columns.table(variable).size();
          case TypedExpression.NodeId(var variable) -> columns.table(variable).size();
          case TypedExpression.TextMatch match -> columns.table(match.field().variable()).size();
          case TypedExpression.Score(var ranking) -> columns.table(ranking.variable()).size();
        };
    return new GroupKey(columns.operand(value), nodes);
  }

  /** By the sort keys, then by the columns that make the groups. */
  private Comparator<@Nullable Object[]> groupOrder(List<ValueOrder> orders) {
    Comparator<@Nullable Object[]> order = (_, _) -> 0;
    for (SortKey key : read.sortKeys()) {
      if (key instanceof SortKey.ByColumn(var column, var direction)) {
        Comparator<@Nullable Object[]> byKey = byColumn(column, orders.get(column));
        order =
            order.thenComparing(direction == SortDirection.ASCENDING ? byKey : byKey.reversed());
      }
    }
    for (int i = 0; i < read.columns().size(); i++) {
      if (read.columns().get(i) instanceof OutputColumn.Plain) {
        order = order.thenComparing(byColumn(i, orders.get(i)));
      }
    }
    return order;
  }

  private static Comparator<@Nullable Object[]> byColumn(int column, ValueOrder order) {
    return (left, right) -> order.compare(left[column], right[column]);
  }

  private static TypedExpression value(OutputColumn column) {
    return switch (column) {
      case OutputColumn.Plain(_, var value) -> value;
      case OutputColumn.Aggregated aggregated -> aggregated.argument();
    };
  }
}
