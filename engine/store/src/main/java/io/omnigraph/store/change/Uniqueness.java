package io.omnigraph.store.change;

import io.omnigraph.graph.column.ColumnSpec;
import io.omnigraph.graph.write.WriteRejected;
import io.omnigraph.store.table.TableRows;
import io.omnigraph.values.Identity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code @unique}: no two rows have the same values, those that are stored included. A key needs no
 * check of its own, because it is the id, and two rows never have one id.
 */
final class Uniqueness {

  private Uniqueness() {}

  static void check(StagedTable table) {
    if (table.staged().isEmpty()) {
      return;
    }
    table.type().uniques().forEach(columns -> check(table, columns));
  }

  private static void check(StagedTable table, List<String> columns) {
    List<ColumnSpec> specs = columns.stream().map(table.layout()::columnOrEnd).toList();
    Map<List<Object>, Integer> seen = new HashMap<>();
    int number = 0;
    for (StagedRow row : table.staged()) {
      Optional<List<Object>> tuple = tuple(row, columns);
      if (tuple.isPresent()) {
        Integer other = seen.putIfAbsent(tuple.get(), number);
        if (other != null) {
          throw violation(
              table, columns, tuple.get(), "appears in rows %d and %d".formatted(other, number));
        }
        refuseStored(table, columns, specs, tuple.get());
      }
      number++;
    }
  }

  private static void refuseStored(
      StagedTable table, List<String> columns, List<ColumnSpec> specs, List<Object> tuple) {
    TableRows base = table.base();
    int row = base.rowOf(specs, tuple);
    if (row >= 0 && !table.dead().get(row)) {
      throw violation(
          table, columns, tuple, "is that of the stored row '%s'".formatted(base.id(row)));
    }
  }

  private static Optional<List<Object>> tuple(StagedRow row, List<String> columns) {
    List<Object> tuple = new ArrayList<>(columns.size());
    for (String column : columns) {
      Object value = row.value(column);
      if (value == null) {
        return Optional.empty();
      }
      tuple.add(Identity.of(value));
    }
    return Optional.of(List.copyOf(tuple));
  }

  private static WriteRejected violation(
      StagedTable table, List<String> columns, List<Object> tuple, String where) {
    List<String> sorted = columns.stream().sorted().toList();
    String named = sorted.size() == 1 ? sorted.getFirst() : "(" + String.join(", ", sorted) + ")";
    String values =
        String.join(
            ", ", sorted.stream().map(c -> String.valueOf(tuple.get(columns.indexOf(c)))).toList());
    return new WriteRejected(
        "@unique violation on %s.%s: value '%s' %s"
            .formatted(table.type().name(), named, values, where));
  }
}
