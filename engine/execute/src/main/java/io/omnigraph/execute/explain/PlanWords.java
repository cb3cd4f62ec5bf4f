package io.omnigraph.execute.explain;

import io.omnigraph.execute.plan.Branch;
import io.omnigraph.execute.plan.Meeting;
import io.omnigraph.ground.Quantity;
import io.omnigraph.query.ast.SystemField;
import io.omnigraph.query.check.Condition;
import io.omnigraph.query.check.EdgeVariable;
import io.omnigraph.query.check.OutputColumn;
import io.omnigraph.query.check.Pattern;
import io.omnigraph.query.check.Pattern.Traversal;
import io.omnigraph.query.check.Ranking;
import io.omnigraph.query.check.RowVariable;
import io.omnigraph.query.check.TypedAggregate;
import io.omnigraph.query.check.TypedExpression;
import io.omnigraph.values.Scalar;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes parts of checked queries as a query would. */
final class PlanWords {

  private PlanWords() {}

  static String of(RowVariable variable) {
    return "$" + variable.name();
  }

  static String of(Traversal traversal) {
    String hops =
        traversal.min() == 1 && traversal.max() == 1
            ? ""
            : "{%d,%d}".formatted(traversal.min(), traversal.max());
    EdgeVariable edge = traversal.edge();
    return "%s %s%s%s %s"
        .formatted(
            of(traversal.from()),
            edge == null ? "" : of(edge) + ":",
            members(traversal),
            hops,
            of(traversal.to()));
  }

  private static String members(Traversal traversal) {
    String names =
        traversal.members().stream().map(PlanWords::spelt).collect(Collectors.joining(" | "));
    boolean isUndirected =
        traversal.members().stream().anyMatch(m -> m.direction() == Pattern.Direction.EITHER);
    if (isUndirected) {
      return "<" + names + ">";
    }
    return traversal.members().size() == 1 && !traversal.isChoice() ? names : "(" + names + ")";
  }

  private static String spelt(Pattern.Member member) {
    String name = member.type().name();
    return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
  }

  /** A branch with all that hangs on it. */
  static String of(Branch branch) {
    String own = of(branch.traversal()) + where(branch.conditions());
    return branch.branches().isEmpty()
        ? own
        : own
            + " ("
            + branch.branches().stream().map(PlanWords::of).collect(Collectors.joining(", "))
            + ")";
  }

  /** What meets at a variable, and what does not. */
  static String of(Meeting meeting) {
    return Stream.of(
            meeting.ways().stream().map(way -> of(way.traversal())),
            meeting.apart().stream().map(way -> "not " + of(way.traversal())),
            meeting.unlike().stream().map(other -> of(meeting.to()) + " != " + of(other)))
        .flatMap(words -> words)
        .collect(Collectors.joining(", ", "", where(meeting.conditions())));
  }

  /** Conditions after the word {@code where}; nothing without one. */
  static String where(List<Condition> conditions) {
    return conditions.isEmpty() ? "" : " where " + all(conditions);
  }

  static String all(List<Condition> conditions) {
    return conditions.stream().map(PlanWords::of).collect(Collectors.joining(", "));
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
      case Condition.Holds(var operand) -> of(operand);
      case Condition.All(var conditions) -> joined(conditions, " and ");
      case Condition.Any(var conditions) -> joined(conditions, " or ");
      case Condition.Negated(var negated) -> "not " + operand(negated);
    };
  }

  private static String joined(List<Condition> conditions, String operator) {
    return conditions.stream().map(PlanWords::operand).collect(Collectors.joining(operator));
  }

  private static String operand(Condition condition) {
    return condition instanceof Condition.All || condition instanceof Condition.Any
        ? "(" + of(condition) + ")"
        : of(condition);
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
      case TypedExpression.SystemValue(var variable, var field) ->
          of(variable) + "." + field.written();
      case TypedExpression.ListOf(var elements, _) ->
          elements.stream().map(PlanWords::of).collect(Collectors.joining(", ", "[", "]"));
      case TypedExpression.FixedTruth(var condition) -> of(condition);
      case TypedExpression.Computed(_, var condition) -> of(condition);
      case Condition condition -> of(condition);
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
            aggregate.argument() instanceof TypedExpression.SystemValue(var variable, var field)
                    && field == SystemField.ID
                ? of(variable)
                : of(aggregate.argument()));
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
      case float[] vector -> "[" + Quantity.of(vector.length, "number") + "]";
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
