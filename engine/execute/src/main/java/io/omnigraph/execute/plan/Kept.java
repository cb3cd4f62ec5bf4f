package io.omnigraph.execute.plan;

import io.omnigraph.query.ast.AggregateFunction;
import io.omnigraph.query.check.CheckedRead;
import io.omnigraph.query.check.Condition;
import io.omnigraph.query.check.OutputColumn;
import io.omnigraph.query.check.RowVariable;
import io.omnigraph.query.check.SortKey;
import io.omnigraph.query.check.TypedAggregate;
import io.omnigraph.query.check.TypedExpression;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

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
        case SortKey.ByValue(var value, _) -> kept.addAll(Slots.of(value));
        case SortKey.ByAggregate(var value, _) -> kept.addAll(slots(value));
        case SortKey.ByColumn _ -> {}
      }
    }
    if (read.ranking() != null) {
      kept.add(read.ranking().variable().slot());
    }
    if (isOrdered(read) && !read.isGrouped()) {
      read.tieBreakers().stream().map(RowVariable::slot).forEach(kept::add);
    }
    return kept;
  }

  /** The conditions that the result needs the truths of. */
  static List<TypedExpression.Computed> computed(CheckedRead read) {
    Stream<TypedExpression> columns =
        read.columns().stream()
            .flatMap(column ->
                switch (column) {
                  case OutputColumn.Plain(_, var value) -> Stream.of(value);
                  case OutputColumn.Aggregated(_, var value) -> Stream.of(value.argument());
                  case OutputColumn.Node _ -> Stream.of();
                });
    Stream<TypedExpression> keys =
        read.sortKeys().stream()
            .flatMap(key ->
                key instanceof SortKey.ByAggregate(var value, _)
                    ? Stream.of(value.argument())
                    : Stream.of());
    return Stream.concat(columns, keys)
        .filter(TypedExpression.Computed.class::isInstance)
        .map(TypedExpression.Computed.class::cast)
        .distinct()
        .toList();
  }

  /** Whether an aggregate counts rows whatever is on them, because its argument is never null. */
  public static boolean countsRows(TypedAggregate aggregate) {
    return aggregate.function() == AggregateFunction.COUNT
        && !aggregate.isDistinct()
        && switch (aggregate.argument()) {
          case TypedExpression.Constant _, TypedExpression.Now _ -> true;
          case TypedExpression.SystemValue _, TypedExpression.PropertyValue _ ->
              !aggregate.argument().type().isNullable();
          case TypedExpression.ParameterValue _,
              TypedExpression.Null _,
              TypedExpression.Unusable _,
              TypedExpression.ListOf _,
              TypedExpression.FixedTruth _,
              TypedExpression.TextMatch _,
              TypedExpression.Computed _,
              Condition _,
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
