package io.omnigraph.query.plan;

import io.omnigraph.query.ast.AggregateFunction;
import io.omnigraph.query.check.CheckedRead;
import io.omnigraph.query.check.NodeVariable;
import io.omnigraph.query.check.OutputColumn;
import io.omnigraph.query.check.SortKey;
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
        case OutputColumn.Aggregated aggregated -> {
          if (!countsRows(aggregated)) {
            kept.addAll(Slots.of(aggregated.argument()));
          }
        }
      }
    }
    for (SortKey key : read.sortKeys()) {
      if (key instanceof SortKey.ByProperty(var value, _)) {
        kept.addAll(Slots.of(value));
      }
    }
    if (read.ranking() != null) {
      kept.add(read.ranking().variable().slot());
    }
    if (isOrdered(read) && !read.isAggregate()) {
      read.tieBreakers().stream().map(NodeVariable::slot).forEach(kept::add);
    }
    return kept;
  }

  /** Whether an aggregate counts rows whatever is on them, because its argument is never null. */
  public static boolean countsRows(OutputColumn.Aggregated column) {
    return column.function() == AggregateFunction.COUNT
        && switch (column.argument()) {
          case TypedExpression.Constant _, TypedExpression.Now _, TypedExpression.NodeId _ -> true;
          case TypedExpression.PropertyValue(_, var property) -> !property.type().isNullable();
          case TypedExpression.ParameterValue _,
              TypedExpression.Unusable _,
              TypedExpression.TextMatch _,
              TypedExpression.Score _ ->
              false;
        };
  }

  private static boolean isOrdered(CheckedRead read) {
    return read.ranking() != null || !read.sortKeys().isEmpty();
  }
}
