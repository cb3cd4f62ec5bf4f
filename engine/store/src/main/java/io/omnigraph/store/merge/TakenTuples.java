package io.omnigraph.store.merge;

import io.omnigraph.graph.column.ColumnSpec;
import io.omnigraph.graph.failure.MergeConflict;
import io.omnigraph.graph.failure.MergeConflict.Kind;
import io.omnigraph.store.table.TableRows;
import io.omnigraph.values.Identity;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code @unique} over the rows that the sides have changed. */
final class TakenTuples {

  private final MergedTable table;
  private final boolean isWhole;

  /**
   * The tuples of a table.
   *
   * @param isWhole whether changed rows are compared with all that the target has
   */
  TakenTuples(MergedTable table, boolean isWhole) {
    this.table = table;
    this.isWhole = isWhole;
  }

  List<MergeConflict> broken() {
    List<MergeConflict> broken = new ArrayList<>();
    table.sides().type().uniques().forEach(columns -> broken.addAll(broken(columns)));
    return broken;
  }

  private List<MergeConflict> broken(List<String> columns) {
    List<ColumnSpec> specs = columns.stream().map(table.sides().layout()::columnOrEnd).toList();
    List<String> ids = new ArrayList<>();
    table.present().stream().filter(id -> isOurs(id)).forEach(ids::add);
    table.present().stream().filter(id -> !isOurs(id)).forEach(ids::add);
    List<List<@Nullable Object>> values =
        specs.stream().<List<@Nullable Object>>map(spec -> table.values(spec, ids)).toList();
    Map<List<Object>, String> seen = new HashMap<>();
    List<MergeConflict> broken = new ArrayList<>();
    for (int i = 0; i < ids.size(); i++) {
      String id = ids.get(i);
      tuple(values, i)
          .flatMap(tuple -> other(tuple, id, seen, specs))
          .ifPresent(other -> broken.add(conflict(columns, id, other)));
    }
    return broken;
  }

  private Optional<String> other(
      List<Object> tuple, String id, Map<List<Object>, String> seen, List<ColumnSpec> specs) {
    Optional<String> changed = Optional.ofNullable(seen.putIfAbsent(tuple, id));
    boolean isLookedUp =
        changed.isEmpty() && (isWhole || table.resolved().get(id) instanceof Resolution.Mixed);
    return isLookedUp ? stored(tuple, specs).filter(row -> !row.equals(id)) : changed;
  }

  private Optional<String> stored(List<Object> tuple, List<ColumnSpec> specs) {
    TableRows ours = table.sides().ours();
    BitSet dead = table.dead();
    int row = ours.rowOf(specs, tuple);
    return row < 0 || dead.get(row) ? Optional.empty() : Optional.of(ours.id(row));
  }

  private boolean isOurs(String id) {
    return table.resolved().get(id) instanceof Resolution.Ours;
  }

  private MergeConflict conflict(List<String> columns, String id, String other) {
    return MergeRules.conflict(
        table,
        Kind.UNIQUE_VIOLATION,
        Optional.of(id),
        "@unique violation on %s.%s: row '%s' has the values of row '%s'"
            .formatted(
                table.sides().type().name(),
                columns.size() == 1
                    ? columns.getFirst()
                    : "(" + String.join(", ", columns.stream().sorted().toList()) + ")",
                id,
                other));
  }

  private static Optional<List<Object>> tuple(List<List<@Nullable Object>> columns, int row) {
    List<Object> tuple = new ArrayList<>(columns.size());
    for (List<@Nullable Object> column : columns) {
      Object value = column.get(row);
      if (value == null) {
        return Optional.empty();
      }
      tuple.add(Identity.of(value));
    }
    return Optional.of(List.copyOf(tuple));
  }
}
