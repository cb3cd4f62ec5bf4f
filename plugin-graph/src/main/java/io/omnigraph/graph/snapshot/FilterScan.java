package io.omnigraph.graph.snapshot;

import io.omnigraph.graph.snapshot.RowFilter.Operator;
import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Decides conditions row by row over columns in memory. */
final class FilterScan {

  private final Table table;

  FilterScan(Table table) {
    this.table = table;
  }

  int[] select(RowFilter filter) {
    IntPredicate test = test(filter);
    return IntStream.range(0, table.size())
        .filter(row -> table.isLive(row) && test.test(row))
        .toArray();
  }

  private IntPredicate test(RowFilter filter) {
    return switch (filter) {
      case RowFilter.All(var filters) ->
          filters.stream().map(this::test).reduce(_ -> true, IntPredicate::and);
      case RowFilter.Null(var property, var isNull) -> {
        Column column = table.column(property);
        yield row -> column.isNull(row) == isNull;
      }
      case RowFilter.In(var property, var values) -> {
        Column column = table.column(property);
        IntPredicate[] any =
            values.stream()
                .map(value -> compare(column, Operator.EQUAL, value))
                .toArray(IntPredicate[]::new);
        yield row -> !column.isNull(row) && Arrays.stream(any).anyMatch(one -> one.test(row));
      }
      case RowFilter.Compare(var property, var operator, var value) -> {
        Column column = table.column(property);
        IntPredicate holds = compare(column, operator, value);
        yield row -> !column.isNull(row) && holds.test(row);
      }
    };
  }

  private static IntPredicate compare(Column column, Operator operator, Object value) {
    return switch (column) {
      case Column.Longs longs -> {
        long bound = (Long) value;
        yield row -> holds(operator, Long.compare(longs.get(row), bound));
      }
      case Column.Doubles doubles -> {
        double bound = (Double) value;
        yield row -> holds(operator, Double.compare(doubles.get(row), bound));
      }
      case Column.Booleans booleans -> {
        boolean bound = (Boolean) value;
        yield row -> holds(operator, Boolean.compare(booleans.get(row), bound));
      }
      case Column.Texts texts -> {
        byte[] bound = ((String) value).getBytes(java.nio.charset.StandardCharsets.UTF_8);
        yield row ->
            holds(
                operator,
                Arrays.compareUnsigned(
                    texts.get(row).getBytes(java.nio.charset.StandardCharsets.UTF_8), bound));
      }
      case Column.Vectors _, Column.Lists _ ->
          throw new IllegalArgumentException("storage compares no vectors and no lists");
    };
  }

  private static boolean holds(Operator operator, int order) {
    return switch (operator) {
      case EQUAL -> order == 0;
      case NOT_EQUAL -> order != 0;
      case LESS -> order < 0;
      case LESS_OR_EQUAL -> order <= 0;
      case GREATER -> order > 0;
      case GREATER_OR_EQUAL -> order >= 0;
    };
  }
}
