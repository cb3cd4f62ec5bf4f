package io.omnigraph.store.lance;

import io.omnigraph.graph.column.ColumnSpec;
import io.omnigraph.graph.snapshot.RowFilter;
import io.omnigraph.graph.snapshot.RowFilter.Operator;
import io.omnigraph.values.ColumnForm;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Conditions as the SQL that Lance's scans take. What Lance might decide otherwise than arrays in
 * memory has no such form: it is decided in memory.
 */
public final class ScanFilter {

  private static final int MOST_VALUES = 1000;

  /** Names that need no quotes; no column that is written here has another. */
  private static final Pattern PLAIN_NAME = Pattern.compile("[a-z][a-z0-9_]*");

  private ScanFilter() {}

  /**
   * The SQL of a condition; empty when it has none.
   *
   * @param columns the column of each property
   */
  public static Optional<String> sql(RowFilter filter, Function<String, ColumnSpec> columns) {
    return switch (filter) {
      case RowFilter.Compare(var property, var operator, var value) -> {
        ColumnSpec column = columns.apply(property);
        yield literal(column, operator, value)
            .map(literal -> name(column) + " " + symbol(operator) + " " + literal);
      }
      case RowFilter.In(var property, var values) -> in(columns.apply(property), values);
      case RowFilter.Null(var property, var isNull) ->
          Optional.of(name(columns.apply(property)) + (isNull ? " IS NULL" : " IS NOT NULL"));
      case RowFilter.All(var filters) -> all(filters, columns);
    };
  }

  /** The SQL of a comparison of a column of texts with one of them. */
  public static String equal(ColumnSpec column, String value) {
    return name(column) + " = " + quoted(value);
  }

  private static Optional<String> all(
      List<RowFilter> filters, Function<String, ColumnSpec> columns) {
    List<String> parts = new ArrayList<>();
    for (RowFilter filter : filters) {
      Optional<String> part = sql(filter, columns);
      if (part.isEmpty()) {
        return part;
      }
      parts.add("(" + part.get() + ")");
    }
    return parts.isEmpty() ? Optional.empty() : Optional.of(String.join(" AND ", parts));
  }

  private static Optional<String> in(ColumnSpec column, List<Object> values) {
    List<String> literals =
        values.stream().flatMap(v -> literal(column, Operator.EQUAL, v).stream()).toList();
    return literals.size() < values.size() || values.isEmpty() || values.size() > MOST_VALUES
        ? Optional.empty()
        : Optional.of(name(column) + " IN (" + String.join(", ", literals) + ")");
  }

  private static Optional<String> literal(ColumnSpec column, Operator operator, Object value) {
    if (column.type().isList()) {
      return Optional.empty();
    }
    ColumnForm form = column.type().scalar().form();
    return switch (value) {
      case String text -> Optional.of(quoted(text));
      case Boolean truth when operator == Operator.EQUAL || operator == Operator.NOT_EQUAL ->
          Optional.of(truth.toString());
      case Long number
          when (form == ColumnForm.INT32 || form == ColumnForm.INT64 || form == ColumnForm.UINT32)
              && number != Long.MIN_VALUE ->
          Optional.of(number.toString());
      case Double number
          when form == ColumnForm.FLOAT64 && Double.isFinite(number) && number != 0 ->
          Optional.of("CAST('" + number + "' AS DOUBLE)");
      default -> Optional.empty();
    };
  }

  private static String name(ColumnSpec column) {
    if (!PLAIN_NAME.matcher(column.name()).matches()) {
      throw new IllegalArgumentException("no column is named `" + column.name() + "`");
    }
    return column.name();
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  private static String symbol(Operator operator) {
    return switch (operator) {
      case EQUAL -> "=";
      case NOT_EQUAL -> "<>";
      case LESS -> "<";
      case LESS_OR_EQUAL -> "<=";
      case GREATER -> ">";
      case GREATER_OR_EQUAL -> ">=";
    };
  }
}
