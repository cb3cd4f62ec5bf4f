package io.omnigraph.execute.operator;

import io.omnigraph.execute.operator.Budget.Account;
import io.omnigraph.execute.plan.ReadPlan;
import io.omnigraph.execute.plan.Step;
import io.omnigraph.graph.snapshot.Snapshot;
import io.omnigraph.query.ast.SortDirection;
import io.omnigraph.query.ast.SystemField;
import io.omnigraph.query.check.CheckedRead;
import io.omnigraph.query.check.OutputColumn;
import io.omnigraph.query.check.Ranking;
import io.omnigraph.query.check.RowVariable;
import io.omnigraph.query.check.SortKey;
import io.omnigraph.query.check.TypedExpression;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One run of a planned read over one snapshot. */
public final class ReadRun {

  private final ReadPlan plan;
  private final CheckedRead read;
  private final Snapshot snapshot;
  private final Columns columns;
  private final Budget budget;
  private final Account resultAccount;
  private final @Nullable Meters meters;
  private final Window window;

  private ReadRun(ReadPlan plan, Snapshot snapshot, Bindings bindings, Setting setting) {
    this.plan = plan;
    this.read = plan.read();
    this.snapshot = snapshot;
    this.columns = new Columns(snapshot, bindings, setting.heat());
    this.budget = new Budget(setting.limits(), setting.abandoned());
    this.resultAccount = budget.account();
    this.meters = setting.meters();
    this.window = Window.of(read, bindings);
  }

  /**
   * What a run has besides its query.
   *
   * @param heat knows what has been read often
   * @param abandoned whether nobody waits for the result any more
   * @param meters that measure the run; absent when nobody wants to know
   */
  public record Setting(
      Limits limits, Heat heat, BooleanSupplier abandoned, @Nullable Meters meters) {

    /** A setting in which nobody measures, and somebody waits. */
    public Setting(Limits limits, Heat heat) {
      this(limits, heat, () -> false, null);
    }
  }

  /**
   * The rows of a read, each an array of the values of its columns in the forms of results.
   *
   * @param snapshot whose schema the read was checked against
   * @throws io.omnigraph.execute.result.QueryRejected when it cannot be carried out, or not within
   *     its limits
   * @throws java.util.concurrent.CancellationException when the thread is interrupted
   */
  public static List<@Nullable Object[]> rows(
      ReadPlan plan, Snapshot snapshot, Bindings bindings, Setting setting) {
    return new ReadRun(plan, snapshot, bindings, setting).rows();
  }

  private List<@Nullable Object[]> rows() {
    ResultSink sink = meters == null ? sink() : meters.reading(meters.result(), this::sink);
    Walks walks = new Walks(snapshot, budget, read.match().hasChoice());
    new Pipeline(read.slots(), walks, columns, budget, meters).run(plan.steps(), sink);
    if (meters == null) {
      return sink.finish();
    }
    meters.charge(meters.result(), resultAccount);
    long start = System.nanoTime();
    List<@Nullable Object[]> rows = meters.reading(meters.result(), sink::finish);
    meters.finished(rows.size(), System.nanoTime() - start);
    return rows;
  }

  private ResultSink sink() {
    if (read.isGrouped()) {
      return Grouping.of(read, columns, window, resultAccount);
    }
    Projector projector = new Projector(read.columns(), columns, resultAccount);
    Ranking ranking = read.ranking();
    if (ranking != null) {
      return ranked(ranking, projector);
    }
    return read.sortKeys().isEmpty()
        ? new UnorderedRows(store(), projector, window)
        : new SortedRows(
            store(), new SortedRows.Order(sortOrder(), leadingKey()), projector, window);
  }

  /** How many nodes of a variable are wanted, when nothing is asked of them but their ranking. */
  private OptionalLong unfiltered() {
    return plan.steps().size() == 1
            && plan.steps().getFirst().step() instanceof Step.Scan(var nodes)
            && nodes.key().isEmpty()
            && nodes.conditions().isEmpty()
        ? OptionalLong.of(window.end())
        : OptionalLong.empty();
  }

  private ResultSink ranked(Ranking ranking, Projector projector) {
    columns.rankings().choose(ranking, unfiltered());
    int slot = ranking.variable().slot();
    Operand keys =
        new Operand(
            Columns.at(ranking.variable(), columns.rankings().bestFirst(ranking)),
            new TypedExpression.Score(ranking).type(),
            slot);
    RowOrder order = rankedOrder(ranking, keys);
    return ranking instanceof Ranking.Fused fused
        ? new FusedRows(
            store(),
            slot,
            columns.rankings().fused(fused),
            order,
            new FusedRows.Output(projector, window))
        : new RankedRows(
            keys,
            new SortedRows(store(), new SortedRows.Order(order, null), projector, window),
            window.end());
  }

  /** The fused places of nodes all differ, so that only the scores leave room for further keys. */
  private RowOrder rankedOrder(Ranking ranking, Operand keys) {
    RowOrder best = RowOrder.of(keys, SortDirection.ASCENDING);
    if (read.sortKeys().isEmpty()) {
      return best.then(ties());
    }
    return ranking instanceof Ranking.Fused
        ? RowOrder.of(columns.operand(new TypedExpression.Score(ranking)), SortDirection.DESCENDING)
            .then(keyOrder())
            .then(best)
            .then(ties())
        : best.then(keyOrder()).then(ties());
  }

  private RowOrder sortOrder() {
    return keyOrder().then(ties());
  }

  private RowOrder keyOrder() {
    return read.sortKeys().stream()
        .map(key -> RowOrder.of(columns.operand(sorted(key)), key.direction()))
        .reduce(RowOrder::then)
        .orElseThrow();
  }

  private @Nullable LeadingKey leadingKey() {
    SortKey first = read.sortKeys().getFirst();
    return LeadingKey.of(columns.operand(sorted(first)), first.direction()).orElse(null);
  }

  private TypedExpression sorted(SortKey key) {
    return switch (key) {
      case SortKey.ByValue(var value, _) -> value;
      case SortKey.ByColumn(var column, _)
          when read.columns().get(column) instanceof OutputColumn.Plain(_, var value) ->
          value;
      case SortKey.ByColumn _, SortKey.ByAggregate _ ->
          throw new IllegalStateException("only groups are ordered by " + key);
    };
  }

  /** The order of rows that nothing else orders: by the ids of their nodes. */
  private RowOrder ties() {
    return read.tieBreakers().stream()
        .flatMap(ReadRun::identity)
        .map(id -> RowOrder.of(columns.operand(id), SortDirection.ASCENDING))
        .reduce(RowOrder::then)
        .orElse((_, _, _) -> 0);
  }

  /** What tells a row of a variable from others: edges of several types may have equal ids. */
  private static Stream<TypedExpression> identity(RowVariable variable) {
    return variable.types().size() > 1
        ? Stream.of(
            new TypedExpression.SystemValue(variable, SystemField.TYPE),
            TypedExpression.SystemValue.id(variable))
        : Stream.of(TypedExpression.SystemValue.id(variable));
  }

  private RowStore store() {
    return new RowStore(read.slots(), plan.kept(), resultAccount);
  }
}
