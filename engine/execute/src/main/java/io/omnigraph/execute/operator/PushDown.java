package io.omnigraph.execute.operator;

import io.omnigraph.graph.snapshot.RowFilter;
import io.omnigraph.graph.snapshot.RowFilter.Operator;
import io.omnigraph.graph.snapshot.Table;
import io.omnigraph.query.ast.Comparison;
import io.omnigraph.query.check.Condition;
import io.omnigraph.query.check.Condition.HasSubstring.Place;
import io.omnigraph.query.check.TypedExpression;
import io.omnigraph.schema.catalog.Property;
import io.omnigraph.values.ColumnForm;
import io.omnigraph.values.PropertyType;
import io.omnigraph.values.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What of some conditions storage decides, because the values are not in memory.
 *
 * @param filter for storage; absent for nothing
 * @param rest the conditions that are left
 */
record PushDown(@Nullable RowFilter filter, List<Condition> rest) {

  PushDown {
    rest = List.copyOf(rest);
  }

  /** Divides conditions on the rows of a table. */
  static PushDown of(Table table, List<Condition> conditions, Columns columns) {
    List<RowFilter> filters = new ArrayList<>();
    List<Condition> rest = new ArrayList<>();
    for (Condition condition : conditions) {
      Optional<Filtered> filtered =
          filtered(condition, columns.bindings())
              .filter(f -> columns.heat().isCold(table, f.property()));
      filtered.ifPresentOrElse(f -> filters.add(f.filter()), () -> rest.add(condition));
    }
    return new PushDown(filters.isEmpty() ? null : new RowFilter.All(filters), rest);
  }

  private record Filtered(String property, RowFilter filter) {}

  private static Optional<Filtered> filtered(Condition condition, Bindings bindings) {
    return switch (condition) {
      case Condition.Compares(
              TypedExpression.PropertyValue(_, var property),
              var comparison,
              TypedExpression.Fixed fixed) ->
          compared(property, comparison, fixed, bindings);
      case Condition.Compares(
              TypedExpression.Fixed fixed,
              var comparison,
              TypedExpression.PropertyValue(_, var property)) ->
          compared(property, comparison.mirrored(), fixed, bindings);
      case Condition.IsNull(TypedExpression.PropertyValue(_, var property), var expected) ->
          Optional.of(new Filtered(property.name(), new RowFilter.Null(property.name(), expected)));
      case Condition.HasElement(
              TypedExpression.Fixed fixed,
              TypedExpression.PropertyValue(_, var property)) ->
          amongst(property, fixed, bindings);
      case Condition.HasSubstring(
              TypedExpression.PropertyValue(_, var property),
              var place,
              TypedExpression.Fixed fixed)
          when place == Place.START ->
          begins(property.name(), property.type(), bindings.value(fixed));
      case Condition.Compares _,
          Condition.IsNull _,
          Condition.HasElement _,
          Condition.HasSubstring _,
          Condition.Holds _,
          Condition.All _,
          Condition.Any _,
          Condition.Negated _ ->
          Optional.empty();
    };
  }

  private static Optional<Filtered> compared(
      Property property, Comparison comparison, TypedExpression.Fixed fixed, Bindings bindings) {
    Object value = bindings.value(fixed);
    if (value == null || !isStoredForm(property.type(), fixed.type(), value)) {
      return Optional.empty();
    }
    return operator(comparison)
        .map(operator ->
            new Filtered(property.name(), new RowFilter.Compare(property.name(), operator, value)));
  }

  private static Optional<Filtered> amongst(
      Property property, TypedExpression.Fixed list, Bindings bindings) {
    if (property.type().isList()
        || !(bindings.value(list) instanceof List<?> values)
        || !values.stream().allMatch(value -> isStoredForm(property.type(), list.type(), value))) {
      return Optional.empty();
    }
    return Optional.of(
        new Filtered(property.name(), new RowFilter.In(property.name(), List.copyOf(values))));
  }

  /** Texts with a beginning are those from it on, up to the first one that comes after them all. */
  private static Optional<Filtered> begins(
      String property, PropertyType type, @Nullable Object part) {
    if (!(part instanceof String start) || !isStoredForm(type, type, start)) {
      return Optional.empty();
    }
    return CodePointOrder.afterAllWith(start)
        .map(end ->
            new Filtered(
                property,
                new RowFilter.All(
                    List.of(
                        new RowFilter.Compare(property, Operator.GREATER_OR_EQUAL, start),
                        new RowFilter.Compare(property, Operator.LESS, end)))));
  }

  /** Whether storage compares a value of one type with those of a column as the language does. */
  private static boolean isStoredForm(PropertyType column, PropertyType type, Object value) {
    ColumnForm form = column.scalar().form();
    return switch (value) {
      case Long _ -> form.isSignedWhole() && type.scalar().form().isSignedWhole();
      case Double real -> form == ColumnForm.FLOAT64 && real != 0 && Double.isFinite(real);
      case String _ -> column.scalar() == Scalar.STRING;
      case Boolean _ -> true;
      default -> false;
    };
  }

  private static Optional<Operator> operator(Comparison comparison) {
    return switch (comparison) {
      case EQUAL -> Optional.of(Operator.EQUAL);
      case NOT_EQUAL -> Optional.of(Operator.NOT_EQUAL);
      case LESS -> Optional.of(Operator.LESS);
      case LESS_OR_EQUAL -> Optional.of(Operator.LESS_OR_EQUAL);
      case GREATER -> Optional.of(Operator.GREATER);
      case GREATER_OR_EQUAL -> Optional.of(Operator.GREATER_OR_EQUAL);
    };
  }
}
