package io.omnigraph.io.load;

import io.omnigraph.graph.column.Cells;
import io.omnigraph.graph.write.BulkWrite;
import io.omnigraph.values.Identity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One {@code @unique} of a type: no two rows have the same values, those that are stored and stay
 * included. A row with a null in it is exempt. Rows that a later record replaces do not count, so
 * what looks like a violation is decided at the end of the input. Used by one thread.
 */
final class UniqueRule {

  private final LoadTable table;
  private final List<String> columns;
  private final BulkWrite bulk;
  private final TextHash hash;
  private final HashIndex rows = new HashIndex();
  private final Map<List<Object>, List<Held>> suspects = new HashMap<>();
  private final List<Stored> storedSuspects = new ArrayList<>();

  UniqueRule(LoadTable table, List<String> columns, BulkWrite bulk, TextHash hash) {
    this.table = table;
    this.columns = List.copyOf(columns);
    this.bulk = bulk;
    this.hash = hash;
  }

  /**
   * Notes the row that is being read.
   *
   * @param index of the row
   */
  void add(int index, RecordStream at) {
    StringBuilder text = new StringBuilder();
    for (String column : columns) {
      Cells cells = table.cells(column);
      if (cells.size() <= table.row() || !cells.isPresent(table.row())) {
        return;
      }
      String value = Identity.text(cells.value(table.row()));
      text.append(value.length()).append(':').append(value);
    }
    int before = rows.put(hash.of(text.toString()), index);
    if (before >= 0) {
      List<Held> held = suspects.computeIfAbsent(values(), _ -> new ArrayList<>());
      if (held.isEmpty()) {
        held.add(new Held(before, at.place()));
      }
      held.add(new Held(index, at.place()));
    }
    if (table.hasStored()) {
      int row = bulk.storedRow(table.type(), columns, values());
      if (row >= 0 && bulk.isKept(table.type(), row)) {
        storedSuspects.add(new Stored(row, index, at.place(), values()));
      }
    }
  }

  /** Reports what is a violation at the end of the input. */
  void report(LoadProblems.Collector problems) {
    suspects.forEach((values, held) -> {
      List<Held> left = held.stream().filter(h -> !table.isReplaced(h.index())).toList();
      for (int i = 1; i < left.size(); i++) {
        String rowNumbers =
            "appears in rows %d and %d".formatted(left.get(i - 1).index(), left.get(i).index());
        problems.add(left.get(i).place().says(violation(values, rowNumbers)));
      }
    });
    for (Stored suspect : storedSuspects) {
      if (bulk.isKept(table.type(), suspect.row()) && !table.isReplaced(suspect.index())) {
        String row = "is that of the stored row '" + table.stored().id(suspect.row()) + "'";
        problems.add(suspect.place().says(violation(suspect.values(), row)));
      }
    }
  }

  private List<Object> values() {
    return columns.stream()
        .map(column -> Identity.of(table.cells(column).value(table.row())))
        .toList();
  }

  private String violation(List<Object> values, String where) {
    List<String> sorted = columns.stream().sorted().toList();
    String named = sorted.size() == 1 ? sorted.getFirst() : "(" + String.join(", ", sorted) + ")";
    String shown =
        sorted.stream()
            .map(column -> String.valueOf(values.get(columns.indexOf(column))))
            .collect(Collectors.joining(", "));
    return "@unique violation on %s.%s: value '%s' %s"
        .formatted(table.type().name(), named, shown, where);
  }

  /** A row of the input. */
  private record Held(int index, Place place) {}

  /** A row of the input, and a stored one with the same values. */
  private record Stored(int row, int index, Place place, List<Object> values) {}
}
