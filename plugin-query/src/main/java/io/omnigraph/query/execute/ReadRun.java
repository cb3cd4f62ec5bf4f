package io.omnigraph.query.execute;

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
import io.omnigraph.query.result.QueryRejected;
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
  private final long offset;

  /** The number of rows that are wanted, those that the offset leaves out included. */
  private final long limit;

  private ReadRun(CheckedRead read, Snapshot snapshot, Bindings bindings, Limits limits) {
    this.read = read;
    this.snapshot = snapshot;
    this.columns = new Columns(snapshot, bindings);
    this.budget = new Budget(limits);
    this.offset = rows(read.offset(), 0, bindings, "offset");
    long counted = rows(read.limit(), Long.MAX_VALUE, bindings, "limit");
    this.limit = counted > Long.MAX_VALUE - offset ? Long.MAX_VALUE : counted + offset;
  }

  private static long rows(
      TypedExpression.@Nullable Fixed written, long otherwise, Bindings bindings, String what) {
    if (written == null || !(bindings.value(written) instanceof Long rows)) {
      return otherwise;
    }
    if (rows < 0) {
      throw new QueryRejected("`%s` must not be negative, but is %d".formatted(what, rows));
    }
    return rows;
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
    Unsupported.refuse(read);
    ResultSink sink = sink();
    new Pipeline(read.slots(), snapshot, columns, budget)
        .run(JoinOrder.of(read.match(), Statistics.of(snapshot)), sink);
    return sink.finish().stream().skip(offset).toList();
  }

  private ResultSink sink() {
    if (read.isGrouped()) {
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
    Operand keys =
        new Operand(
            columns.rankings().bestFirst(ranking), new TypedExpression.Score(ranking).type(), slot);
    RowOrder order = RowOrder.of(keys, SortDirection.ASCENDING).then(ties());
    return ranking instanceof Ranking.Fused fused
        ? new FusedRows(
            store(),
            slot,
            columns.rankings().fused(fused),
            order,
            new FusedRows.Output(projector, limit))
        : new RankedRows(keys, new SortedRows(store(), order, projector, limit));
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
      case SortKey.ByAggregate(var aggregate, _) -> aggregate.argument();
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
        read.slots(),
        read.match().visibleVariables().stream().map(NodeVariable::slot).toList(),
        budget);
  }

  private ResultSink groups() {
    List<GroupedRows.Member> members = new ArrayList<>();
    List<ValueOrder> orders = new ArrayList<>();
    for (OutputColumn column : read.columns()) {
      orders.add(
          new ValueOrder(
              column instanceof OutputColumn.Typed typed ? typed.type() : value(column).type()));
      members.add(
          switch (column) {
            case OutputColumn.Plain(_, var value) -> new GroupedRows.Member.Key(groupKey(value));
            case OutputColumn.Aggregated(_, var value) ->
                new GroupedRows.Member.Function(
                    Accumulator.of(value.function(), columns.operand(value.argument())));
            case OutputColumn.Node(_, var variable, _) ->
                new GroupedRows.Member.Key(groupKey(new TypedExpression.NodeId(variable)));
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
      case OutputColumn.Aggregated(_, var aggregate) -> aggregate.argument();
      case OutputColumn.Node(_, var variable, _) -> new TypedExpression.NodeId(variable);
    };
  }
}
