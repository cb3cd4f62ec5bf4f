package io.omnigraph.graph.snapshot;

import io.omnigraph.graph.snapshot.RowFilter.Operator;
import io.omnigraph.values.text.TextBytes;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Decides conditions row by row over columns in memory. */
public final class FilterScan {

  private final Function<String, Column> columns;

  /**
   * A scan.
   *
   * @param columns the column of each property that a condition names
   */
  public FilterScan(Function<String, Column> columns) {
    this.columns = columns;
  }

  /** The live rows of a table that a condition holds for, ascending. */
  static int[] select(Table table, RowFilter filter) {
    IntPredicate test = new FilterScan(table::column).test(filter);
    return IntStream.range(0, table.size())
        .filter(row -> table.isLive(row) && test.test(row))
        .toArray();
  }

  /** Whether a condition holds for a row. */
  public IntPredicate test(RowFilter filter) {
    return switch (filter) {
      case RowFilter.All(var filters) ->
          filters.stream().map(this::test).reduce(IntPredicate::and).orElse(_ -> true);
      case RowFilter.Null(var property, var isNull) -> {
        Column column = columns.apply(property);
        yield row -> column.isNull(row) == isNull;
      }
      case RowFilter.In(var property, var values) -> {
        Column column = columns.apply(property);
        IntPredicate any =
            values.stream()
                .map(value -> compare(column, Operator.EQUAL, value))
                .reduce(IntPredicate::or)
                .orElse(_ -> false);
        yield row -> !column.isNull(row) && any.test(row);
      }
      case RowFilter.Compare(var property, var operator, var value) -> {
        Column column = columns.apply(property);
        IntPredicate holds = compare(column, operator, value);
        yield row -> !column.isNull(row) && holds.test(row);
      }
    };
  }

  private static IntPredicate compare(Column column, Operator operator, Object value) {
    return switch (column) {
      case Column.Longs longs -> {
        long bound = (Long) value;
        yield row -> operator.holds(Long.compare(longs.get(row), bound));
      }
      case Column.Doubles doubles -> {
        double bound = (Double) value;
        yield row -> operator.holds(Double.compare(doubles.get(row), bound));
      }
      case Column.Booleans booleans -> {
        boolean bound = (Boolean) value;
        yield row -> operator.holds(Boolean.compare(booleans.get(row), bound));
      }
      case Column.Texts texts -> texts(texts, operator, TextBytes.of((String) value));
      case Column.Vectors _, Column.Lists _ ->
          throw new IllegalArgumentException("storage compares no vectors and no lists");
    };
  }

  private static IntPredicate texts(Column.Texts texts, Operator operator, byte[] bound) {
    return switch (operator) {
      case EQUAL -> row -> texts.equalsUtf8(row, bound);
      case NOT_EQUAL -> row -> !texts.equalsUtf8(row, bound);
      case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL ->
          row -> operator.holds(texts.compareUtf8(row, bound));
    };
  }
}
