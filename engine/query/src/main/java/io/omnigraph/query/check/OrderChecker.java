package io.omnigraph.query.check;

import io.omnigraph.ground.source.DidYouMean;
import io.omnigraph.ground.source.SourceSpan;
import io.omnigraph.query.ast.Expression;
import io.omnigraph.query.ast.Literal;
import io.omnigraph.query.ast.Ordering;
import io.omnigraph.query.ast.Projection;
import io.omnigraph.query.ast.QueryBody;
import io.omnigraph.query.ast.SortDirection;
import io.omnigraph.query.check.TypedExpression.PropertyValue;
import io.omnigraph.query.check.TypedExpression.Score;
import io.omnigraph.values.PropertyType;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Checks the order of rows.
 *
 * @param columns of the result
 */
record OrderChecker(Scope scope, List<OutputColumn> columns, Grouping grouping) {

  /** What the rows of the result are. */
  enum Grouping {
    NONE("rows"),
    DISTINCT("distinct rows"),
    AGGREGATES("groups");

    private final String words;

    Grouping(String words) {
      this.words = words;
    }

    /** What the rows are with these columns. */
    static Grouping of(List<OutputColumn> columns, boolean isDistinct) {
      if (columns.stream().anyMatch(c -> c instanceof OutputColumn.Aggregated)) {
        return AGGREGATES;
      }
      return isDistinct ? DISTINCT : NONE;
    }
  }

  /**
   * An order of rows: a ranking, keys, both, or neither.
   *
   * @param ranking absent when rows are not ranked
   * @param keys of rows that nothing ranks, or that are ranked alike
   */
  record Order(@Nullable Ranking ranking, List<SortKey> keys) {

    Order {
      keys = List.copyOf(keys);
    }
  }

  /** A key: of the two, one is there. */
  private record Key(@Nullable Ranking ranking, @Nullable SortKey sortKey) {}

  Order order(QueryBody.Read read) {
    List<Key> keys = new ArrayList<>();
    for (Ordering ordering : read.orderings()) {
      Key key = key(ordering);
      if (key.ranking() != null && !keys.isEmpty()) {
        throw TypeError.of(
            "T55", "a ranking must be the first key of the order", null, ordering.span());
      }
      keys.add(key);
    }
    Ranking ranking = keys.isEmpty() ? null : keys.getFirst().ranking();
    if (ranking != null) {
      checkRanking(ranking, read);
    }
    return new Order(ranking, keys.stream().map(Key::sortKey).filter(Objects::nonNull).toList());
  }

  private void checkRanking(Ranking ranking, QueryBody.Read read) {
    SourceSpan span = read.orderings().getFirst().span();
    checkDirection(ranking, read.orderings().getFirst());
    if (read.limit() == null && ranking instanceof Ranking.Fused) {
      throw TypeError.of("T21", "an order by `rrf` requires a limit", span);
    }
    if (read.limit() == null && ranking instanceof Ranking.Nearest) {
      throw TypeError.of("T17", "an order by `nearest` requires a limit", span);
    }
    boolean hasAlias =
        read.orderings().stream()
            .skip(1)
            .anyMatch(o -> o.expression() instanceof Expression.AliasReference);
    if (hasAlias && ranking instanceof Ranking.Nearest) {
      throw TypeError.of("T18", "an order by `nearest` cannot have a key that is an alias", span);
    }
    if (grouping != Grouping.NONE) {
      throw TypeError.of("T55", grouping.words + " cannot be ordered by a ranking", null, span);
    }
  }

  private static void checkDirection(Ranking ranking, Ordering ordering) {
    boolean isNearest = ranking instanceof Ranking.Nearest;
    SortDirection own = isNearest ? SortDirection.ASCENDING : SortDirection.DESCENDING;
    if (ordering.written() != null && ordering.written() != own) {
      throw TypeError.of(
          "T54",
          isNearest
              ? "a ranking by `nearest` has the nearest first"
              : "a ranking by `%s` has the best first"
                  .formatted(ranking instanceof Ranking.Bm25 ? "bm25" : "rrf"),
          isNearest ? "leave `desc` out" : "write `desc`, or nothing",
          ordering.span());
    }
  }

  /** That the score of a column is that of the order. */
  static void checkScores(List<OutputColumn> columns, Order order, List<Projection> projections) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i) instanceof OutputColumn.Plain(_, Score(Ranking ranking))
          && !ranking.equals(order.ranking())) {
        throw TypeError.of(
            "T33",
            "a score can be returned only where it is the order",
            "put the same ranking first in `order`",
            projections.get(i).span());
      }
    }
  }

  private Key key(Ordering ordering) {
    return switch (ordering.expression()) {
      case Expression.AliasReference alias -> alias(alias, ordering);
      case Expression.RankCall call -> new Key(new SearchChecker(scope).ranking(call), null);
      case Expression.Rrf rrf -> new Key(new SearchChecker(scope).ranking(rrf), null);
      case Expression.Aggregate aggregate -> new Key(null, aggregate(aggregate, ordering));
      case Expression.Variable(String name, SourceSpan span) ->
          throw unsupported(
              "return `$%s` and order by `%s`, the name of its column".formatted(name, name), span);
      case Expression.Truth truth -> new Key(null, value(truth, ordering));
      case Expression.Simple simple -> new Key(null, value(simple, ordering));
      case Expression.TextCall call -> new Key(null, value(call, ordering));
      case Literal literal -> throw unsupported(null, literal.span());
    };
  }

  private static TypeError unsupported(@Nullable String help, SourceSpan span) {
    return TypeError.of("T42", "unsupported ordering expression", help, span);
  }

  private SortKey value(Expression written, Ordering ordering) {
    TypedExpression value = new ExpressionChecker(new ColumnOperands(scope)).check(written);
    requireOrder(value.type(), written.span());
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i) instanceof OutputColumn.Plain(_, var projected)
          && (projected.equals(value)
              || (projected instanceof TypedExpression.Computed(_, var condition)
                  && condition.equals(value)))) {
        return new SortKey.ByColumn(i, ordering.direction());
      }
    }
    if (!(value instanceof PropertyValue || value instanceof TypedExpression.SystemValue)) {
      throw unsupported("return it under a name, and order by that", written.span());
    }
    if (grouping == Grouping.NONE) {
      return new SortKey.ByValue(value, ordering.direction());
    }
    throw TypeError.of(
        "T42",
        "%s can be ordered by `%s` only where it is returned"
            .formatted(grouping.words, "$" + ProjectionChecker.name(null, written)),
        "add it to `return`",
        written.span());
  }

  private SortKey aggregate(Expression.Aggregate written, Ordering ordering) {
    TypedAggregate aggregate = new ProjectionChecker(scope).aggregate(written);
    if (grouping != Grouping.AGGREGATES) {
      throw TypeError.of(
          "T42",
          "rows can be ordered by an aggregate only where one is returned",
          "add it to `return`",
          written.span());
    }
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i) instanceof OutputColumn.Aggregated(_, TypedAggregate returned)
          && returned.equals(aggregate)) {
        return new SortKey.ByColumn(i, ordering.direction());
      }
    }
    return new SortKey.ByAggregate(aggregate, ordering.direction());
  }

  private Key alias(Expression.AliasReference alias, Ordering ordering) {
    List<String> names = columns.stream().map(OutputColumn::name).toList();
    int column = names.lastIndexOf(alias.name());
    if (column < 0) {
      throw TypeError.of(
          "T42",
          "alias '" + alias.name() + "' not found for ordering",
          DidYouMean.help(alias.name(), names),
          alias.span());
    }
    return switch (columns.get(column)) {
      case OutputColumn.Plain(_, Score(Ranking ranking)) -> new Key(ranking, null);
      case OutputColumn.Typed typed -> {
        requireOrder(typed.type(), alias.span());
        yield new Key(null, new SortKey.ByColumn(column, ordering.direction()));
      }
      case OutputColumn.Node _ ->
          throw TypeError.of("T42", "an object has no order", null, alias.span());
    };
  }

  private static void requireOrder(PropertyType type, SourceSpan span) {
    if (!Types.isComparable(type)) {
      throw TypeError.of("T42", Types.incomparable(type) + " has no order", null, span);
    }
  }
}
