package io.omnigraph.execute.explain;

import io.omnigraph.execute.plan.Branch;
import io.omnigraph.query.check.Condition;
import io.omnigraph.query.check.NodeVariable;
import io.omnigraph.query.check.OutputColumn;
import io.omnigraph.query.check.Pattern.Traversal;
import io.omnigraph.query.check.Ranking;
import io.omnigraph.query.check.TypedAggregate;
import io.omnigraph.query.check.TypedExpression;
import io.omnigraph.values.Scalar;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes parts of checked queries as a query would. */
final class Words {

  private Words() {}

  static String of(NodeVariable variable) {
    return "$" + variable.name();
  }

  static String of(Traversal traversal) {
    String hops =
        traversal.min() == 1 && traversal.max() == 1
            ? ""
            : "{%d,%d}".formatted(traversal.min(), traversal.max());
    String name = traversal.edge().name();
    return "%s %s%s%s %s"
        .formatted(
            of(traversal.from()),
            name.substring(0, 1).toLowerCase(Locale.ROOT),
            name.substring(1),
            hops,
            of(traversal.to()));
  }

  /** A branch with all that hangs on it. */
  static String of(Branch branch) {
    String own = of(branch.traversal()) + where(branch.conditions());
    return branch.branches().isEmpty()
        ? own
        : own
            + " ("
            + branch.branches().stream().map(Words::of).collect(Collectors.joining(", "))
            + ")";
  }

  /** Conditions after the word {@code where}; nothing without one. */
  static String where(List<Condition> conditions) {
    return conditions.isEmpty() ? "" : " where " + all(conditions);
  }

  static String all(List<Condition> conditions) {
    return conditions.stream().map(Words::of).collect(Collectors.joining(", "));
  }

  static String of(Condition condition) {
    return switch (condition) {
      case Condition.Compares(var left, var comparison, var right) ->
          of(left) + " " + comparison.symbol() + " " + of(right);
      case Condition.HasElement(var list, var element) -> of(list) + " contains " + of(element);
      case Condition.HasSubstring(var text, var place, var part) ->
          of(text)
              + switch (place) {
                case ANYWHERE -> " contains ";
                case START -> " starts with ";
                case END -> " ends with ";
              }
              + of(part);
      case Condition.IsNull(var operand, var expected) ->
          of(operand) + (expected ? " is null" : " is not null");
      case Condition.Matches(var search, var expected) ->
          expected ? of(search) : of(search) + " = false";
    };
  }

  static String of(TypedExpression expression) {
    return switch (expression) {
      case TypedExpression.Constant(var value, var type) -> literal(value, type.scalar());
      case TypedExpression.Null _ -> "null";
      case TypedExpression.ParameterValue(var parameter) -> "$" + parameter.name();
      case TypedExpression.Now _ -> "now()";
      case TypedExpression.Unusable _ -> "unusable";
      case TypedExpression.PropertyValue(var variable, var property) ->
          of(variable) + "." + property.name();
      case TypedExpression.NodeId(var variable) -> of(variable);
      case TypedExpression.TextMatch match ->
          "%s(%s, %s)"
              .formatted(
                  match.mode().name().toLowerCase(Locale.ROOT),
                  of(match.field()),
                  of(match.query()));
      case TypedExpression.Score(var ranking) -> of(ranking);
    };
  }

  static String of(Ranking ranking) {
    return switch (ranking) {
      case Ranking.Nearest(var field, var query) -> "nearest(" + of(field) + ", " + of(query) + ")";
      case Ranking.Bm25(var field, var query) -> "bm25(" + of(field) + ", " + of(query) + ")";
      case Ranking.Fused(var first, var second, _) -> "rrf(" + of(first) + ", " + of(second) + ")";
    };
  }

  static String of(TypedAggregate aggregate) {
    return "%s(%s%s)"
        .formatted(
            aggregate.function().name().toLowerCase(Locale.ROOT),
            aggregate.isDistinct() ? "distinct " : "",
            of(aggregate.argument()));
  }

  static String of(OutputColumn column) {
    return switch (column) {
      case OutputColumn.Plain(_, var value) -> of(value);
      case OutputColumn.Aggregated(_, var value) -> of(value);
      case OutputColumn.Node(_, var variable, var members) ->
          of(variable)
              + members.stream()
                  .map(OutputColumn.Member::name)
                  .collect(Collectors.joining(", ", " { ", " }"));
    };
  }

  private static String literal(Object value, Scalar scalar) {
    return switch (value) {
      case String text -> "\"" + text + "\"";
      case float[] vector -> "[" + vector.length + " numbers]";
      case List<?> list ->
          list.stream()
              .map(element -> literal(element, scalar))
              .collect(Collectors.joining(", ", "[", "]"));
      default ->
          scalar
              .literal()
              .map(word -> word + "(\"" + scalar.text(value) + "\")")
              .orElseGet(() -> scalar.text(value));
    };
  }
}
