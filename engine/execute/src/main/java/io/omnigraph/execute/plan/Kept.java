package io.omnigraph.execute.plan;

import io.omnigraph.query.ast.AggregateFunction;
import io.omnigraph.query.check.CheckedRead;
import io.omnigraph.query.check.NodeVariable;
import io.omnigraph.query.check.OutputColumn;
import io.omnigraph.query.check.SortKey;
import io.omnigraph.query.check.TypedAggregate;
import io.omnigraph.query.check.TypedExpression;
import java.util.HashSet;
import java.util.Set;

/** Finds out which variables the result of a read is made from. */
public final class Kept {

  private Kept() {}

  /** The slots whose nodes the result is made from, its order included. */
  static Set<Integer> slots(CheckedRead read) {
    Set<Integer> kept = new HashSet<>();
    for (OutputColumn column : read.columns()) {
      switch (column) {
        case OutputColumn.Plain(_, var value) -> kept.addAll(Slots.of(value));
        case OutputColumn.Node(_, var variable, _) -> kept.add(variable.slot());
        case OutputColumn.Aggregated(_, var value) -> kept.addAll(slots(value));
      }
    }
    for (SortKey key : read.sortKeys()) {
      switch (key) {
        case SortKey.ByProperty(var value, _) -> kept.addAll(Slots.of(value));
        case SortKey.ByAggregate(var value, _) -> kept.addAll(slots(value));
        case SortKey.ByColumn _ -> {}
      }
    }
    if (read.ranking() != null) {
      kept.add(read.ranking().variable().slot());
    }
    if (isOrdered(read) && !read.isGrouped()) {
      read.tieBreakers().stream().map(NodeVariable::slot).forEach(kept::add);
    }
    return kept;
  }

  /** Whether an aggregate counts rows whatever is on them, because its argument is never null. */
  public static boolean countsRows(TypedAggregate aggregate) {
    return aggregate.function() == AggregateFunction.COUNT
        && !aggregate.isDistinct()
        && switch (aggregate.argument()) {
          case TypedExpression.Constant _, TypedExpression.Now _ -> true;
          case TypedExpression.NodeId _, TypedExpression.PropertyValue _ ->
              !aggregate.argument().type().isNullable();
          case TypedExpression.ParameterValue _,
              TypedExpression.Null _,
              TypedExpression.Unusable _,
              TypedExpression.TextMatch _,
              TypedExpression.Score _ ->
              false;
        };
  }

  private static Set<Integer> slots(TypedAggregate aggregate) {
    return countsRows(aggregate) ? Set.of() : Slots.of(aggregate.argument());
  }

  private static boolean isOrdered(CheckedRead read) {
    return read.ranking() != null || !read.sortKeys().isEmpty();
  }
}
