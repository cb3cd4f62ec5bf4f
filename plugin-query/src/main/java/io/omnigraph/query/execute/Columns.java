package io.omnigraph.query.execute;

import io.omnigraph.graph.snapshot.Column;
import io.omnigraph.graph.snapshot.NodeTable;
import io.omnigraph.graph.snapshot.Snapshot;
import io.omnigraph.query.check.NodeVariable;
import io.omnigraph.query.check.TypedExpression;
import io.omnigraph.query.plan.Slots;

/** Finds the columns that expressions are read from. */
final class Columns {

  private static final int NO_SLOT = -1;

  private final Snapshot snapshot;
  private final Bindings bindings;
  private final Rankings rankings;

  Columns(Snapshot snapshot, Bindings bindings) {
    this.snapshot = snapshot;
    this.bindings = bindings;
    this.rankings = new Rankings(this);
  }

  /** What is the same for all of the run. */
  Bindings bindings() {
    return bindings;
  }

  /** The rankings of the run. */
  Rankings rankings() {
    return rankings;
  }

  /** The nodes that a variable ranges over. */
  NodeTable table(NodeVariable variable) {
    return snapshot.nodes(variable.type().name());
  }

  /** The slot of the variable whose node an expression is read at; -1 for constants. */
  static int slot(TypedExpression expression) {
    return Slots.of(expression).stream().findFirst().orElse(NO_SLOT);
  }

  /** An expression and where it is read. */
  Operand operand(TypedExpression expression) {
    return new Operand(of(expression), expression.type(), slot(expression));
  }

  /** The column of an expression. */
  Column of(TypedExpression expression) {
    return switch (expression) {
      case TypedExpression.Fixed fixed -> ConstantColumn.of(bindings.value(fixed));
      case TypedExpression.PropertyValue(var variable, var property) ->
          table(variable).column(property.name());
      case TypedExpression.NodeId(var variable) -> new Ids(table(variable));
      case TypedExpression.TextMatch match -> TextMatches.column(match, this);
      case TypedExpression.Score(var ranking) -> rankings.scores(ranking);
    };
  }

  /** The ids of a table as a column. */
  private record Ids(NodeTable table) implements Column.Texts {

    @Override
    public boolean isNull(int row) {
      return false;
    }

    @Override
    public String get(int row) {
      return table.id(row);
    }
  }
}
