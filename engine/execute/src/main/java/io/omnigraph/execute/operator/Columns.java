package io.omnigraph.execute.operator;

import io.omnigraph.execute.plan.Slots;
import io.omnigraph.graph.snapshot.Column;
import io.omnigraph.graph.snapshot.NodeTable;
import io.omnigraph.graph.snapshot.Snapshot;
import io.omnigraph.graph.snapshot.Table;
import io.omnigraph.query.check.Condition;
import io.omnigraph.query.check.EdgeVariable;
import io.omnigraph.query.check.NodeVariable;
import io.omnigraph.query.check.RowVariable;
import io.omnigraph.query.check.TypedExpression;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the columns that expressions are read from. */
final class Columns {

  /** One row in so many is few: reading them is less than reading the column. */
  private static final int FEW = 16;

  /** Whose tables are read; absent where there are only constants. */
  private final @Nullable Snapshot snapshot;

  private final Bindings bindings;
  private final Heat heat;
  private final Rankings rankings;

  Columns(@Nullable Snapshot snapshot, Bindings bindings, Heat heat) {
    this.snapshot = snapshot;
    this.bindings = bindings;
    this.heat = heat;
    this.rankings = new Rankings(this);
  }

  /** Columns of constants alone. */
  static Columns ofConstants(Bindings bindings) {
    return new Columns(null, bindings, new Heat());
  }

  private Snapshot snapshot() {
    if (snapshot == null) {
      throw new IllegalStateException("constants have no tables");
    }
    return snapshot;
  }

  /** Tells which columns are better left on disk. */
  Heat heat() {
    return heat;
  }

  /** What is the same for all of the run. */
  Bindings bindings() {
    return bindings;
  }

  /** The rankings of the run. */
  Rankings rankings() {
    return rankings;
  }

  private EdgeRows edges(EdgeVariable edge) {
    return EdgeRows.of(snapshot(), edge);
  }

  /** The rows that a variable of one type ranges over. */
  Table rows(RowVariable variable) {
    return switch (variable) {
      case NodeVariable node -> table(node);
      case EdgeVariable edge -> snapshot().edges(edge.types().getFirst().name());
    };
  }

  /** The nodes that a variable ranges over. */
  NodeTable table(NodeVariable variable) {
    return snapshot().nodes(variable.type().name());
  }

  /**
   * The live rows of a table with some ids, ascending.
   *
   * @param ids or lists of ids
   */
  int[] rowsOf(Table table, List<TypedExpression.Fixed> ids) {
    return ids.stream()
        .map(bindings::value)
        .flatMap(value ->
            switch (value) {
              case null -> Stream.<Object>empty();
              case List<?> list -> list.stream();
              default -> Stream.of(value);
            })
        .mapToInt(id -> id instanceof String text ? table.rowOf(text) : -1)
        .filter(row -> row >= 0)
        .sorted()
        .distinct()
        .toArray();
  }

  /** An expression and where it is read. */
  Operand operand(TypedExpression expression) {
    return new Operand(of(expression), expression.type(), Slots.slot(expression));
  }

  /** The column of an expression; of a missing node it can be asked, too. */
  Column of(TypedExpression expression) {
    return switch (expression) {
      case TypedExpression.Fixed fixed -> ConstantColumn.of(bindings.value(fixed));
      case TypedExpression.PropertyValue(var variable, var property) ->
          at(
              variable,
              switch (variable) {
                case NodeVariable node -> table(node).column(property.name());
                case EdgeVariable edge -> edges(edge).column(property.name());
              });
      case TypedExpression.SystemValue(var variable, var field) ->
          at(
              variable,
              switch (variable) {
                case NodeVariable node -> SystemColumn.of(table(node), field);
                case EdgeVariable edge -> edges(edge).system(field);
              });
      case TypedExpression.Computed _ -> new TruthColumn();
      case Condition condition ->
          throw new IllegalStateException("a condition is no column: " + condition);
      case TypedExpression.TextMatch match -> TextMatches.column(match, this);
      case TypedExpression.Score(var ranking) -> at(ranking.variable(), rankings.scores(ranking));
    };
  }

  /** A column of a variable's nodes, as its nodes can be missing or not. */
  static Column at(RowVariable variable, Column column) {
    return variable.isNullable() ? NullableColumn.of(column) : column;
  }

  /**
   * The column of an expression, of which only the rows at some positions are wanted. What is not
   * in memory is read for these rows alone, unless they are a great part of the table.
   *
   * @param nodes the row numbers of the expression's variable, by position
   */
  LateColumn late(TypedExpression expression, int[] nodes, int[] positions) {
    if (expression instanceof TypedExpression.PropertyValue(var variable, var property)
        && variable.types().size() == 1) {
      Table table = rows(variable);
      if (positions.length <= table.size() / FEW && heat.isCold(table, property.name())) {
        int[] rows =
            Arrays.stream(positions)
                .map(p -> nodes[p])
                .filter(row -> row != Batch.MISSING)
                .sorted()
                .distinct()
                .toArray();
        return LateColumn.of(table.take(property.name(), rows), rows);
      }
    }
    return LateColumn.of(of(expression));
  }
}
