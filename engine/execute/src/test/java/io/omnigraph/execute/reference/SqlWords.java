package io.omnigraph.execute.reference;

import io.omnigraph.query.ast.AggregateFunction;
import io.omnigraph.query.ast.Comparison;
import io.omnigraph.query.ast.SystemField;
import io.omnigraph.query.check.Condition;
import io.omnigraph.query.check.RowVariable;
import io.omnigraph.query.check.TypedAggregate;
import io.omnigraph.query.check.TypedExpression;
import io.omnigraph.values.PropertyType;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Says expressions in SQL, whose three-valued logic is that of the language.
 *
 * @param places what the columns of each slot's variable begin with
 */
record SqlWords(Map<Integer, String> places) {

  /** A part of the language that the translation has no SQL for. */
  static final class Unsaid extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Unsaid(Object what) {
      super("not said in SQL: " + what);
    }
  }

  /** The id of a variable's node or edge; null where it is missing. */
  String id(RowVariable variable) {
    return column(variable, "id");
  }

  /** The column of a variable's rows that has a name. */
  String column(RowVariable variable, String name) {
    return places.get(variable.slot()) + name;
  }

  /** An expression. */
  String of(TypedExpression expression) {
    return switch (expression) {
      case TypedExpression.Constant(var value, var type) -> literal(value, type);
      case TypedExpression.SystemValue(var variable, var field) -> column(variable, name(field));
      case TypedExpression.PropertyValue(var variable, var property) ->
          variable.types().isEmpty() ? "NULL" : column(variable, property.name());
      case TypedExpression.Computed(_, var condition) -> of(condition);
      case Condition condition -> of(condition);
      default -> throw new Unsaid(expression);
    };
  }

  /** A condition. */
  String of(Condition condition) {
    return switch (condition) {
      case Condition.Compares(var left, var comparison, var right) ->
          compared(of(left), comparison, of(right));
      case Condition.HasElement(var list, var element) -> {
        String items = of(list);
        String wanted = of(element);
        yield "(CASE WHEN %s IS NULL OR %s IS NULL THEN NULL ELSE list_contains(%s, %s) END)"
            .formatted(items, wanted, items, wanted);
      }
      case Condition.HasSubstring(var text, var place, var part) ->
          switch (place) {
                case ANYWHERE -> "contains";
                case START -> "starts_with";
                case END -> "ends_with";
              }
              + "(%s, %s)".formatted(of(text), of(part));
      case Condition.IsNull(var operand, var expected) ->
          "((%s) IS %sNULL)".formatted(of(operand), expected ? "" : "NOT ");
      case Condition.Holds(var operand) -> of(operand);
      case Condition.Negated(var negated) -> "(NOT " + of(negated) + ")";
      case Condition.All(var parts) -> joined(parts, " AND ");
      case Condition.Any(var parts) -> joined(parts, " OR ");
    };
  }

  /** A comparison of two values. */
  static String compared(String left, Comparison comparison, String right) {
    String sign =
        switch (comparison) {
          case EQUAL -> "=";
          case NOT_EQUAL -> "<>";
          case LESS -> "<";
          case LESS_OR_EQUAL -> "<=";
          case GREATER -> ">";
          case GREATER_OR_EQUAL -> ">=";
        };
    return "(%s %s %s)".formatted(left, sign, right);
  }

  /** A function over the rows of a group. */
  String of(TypedAggregate aggregate) {
    String argument = (aggregate.isDistinct() ? "DISTINCT " : "") + of(aggregate.argument());
    AggregateFunction function = aggregate.function();
    return switch (function) {
      case COUNT -> "count(" + argument + ")";
      case SUM -> "sum(" + argument + ")::DOUBLE";
      case AVG -> "(sum(%s)::DOUBLE / count(%s))".formatted(argument, argument);
      case MIN -> "min(" + argument + ")";
      case MAX -> "max(" + argument + ")";
    };
  }

  private String joined(List<Condition> parts, String word) {
    return parts.stream().map(this::of).collect(Collectors.joining(word, "(", ")"));
  }

  private static String name(SystemField field) {
    return switch (field) {
      case ID -> "id";
      case SRC -> "src";
      case DST -> "dst";
      case TYPE -> "type";
    };
  }

  private static String literal(Object value, PropertyType type) {
    return switch (value) {
      case Long whole -> whole + "::BIGINT";
      case Double real -> real + "::DOUBLE";
      case Boolean truth -> truth.toString();
      case String text -> "'" + text.replace("'", "''") + "'";
      case List<?> list ->
          list.stream()
              .map(item -> literal(item, type))
              .collect(Collectors.joining(", ", "[", "]" + (list.isEmpty() ? "::VARCHAR[]" : "")));
      default -> throw new Unsaid(value);
    };
  }
}
