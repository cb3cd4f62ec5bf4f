package io.omnigraph.store.merge;

import io.omnigraph.graph.column.ColumnSpec;
import io.omnigraph.graph.diff.RowChange;
import io.omnigraph.graph.failure.MergeConflict;
import io.omnigraph.graph.failure.MergeConflict.Disagreement;
import io.omnigraph.graph.failure.MergeConflict.Kind;
import io.omnigraph.graph.merge.MergeRequest.Grain;
import io.omnigraph.schema.catalog.Property;
import io.omnigraph.store.diff.PickedRows;
import io.omnigraph.store.table.TableRows;
import io.omnigraph.values.JsonForm;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Decides about rows that both sides have written or removed since the base
 * (docs/reference/graph-engine.md §6.3), by the values that they have.
 */
final class ContestedRows {

  /** Rows whose values are in memory at a time; vectors of some thousand elements fit. */
  private static final int BATCH = 256;

  private final TableSides sides;
  private final Grain grain;
  private final SortedMap<String, Resolution> resolved;
  private final List<MergeConflict> conflicts;

  ContestedRows(
      TableSides sides,
      Grain grain,
      SortedMap<String, Resolution> resolved,
      List<MergeConflict> conflicts) {
    this.sides = sides;
    this.grain = grain;
    this.resolved = resolved;
    this.conflicts = conflicts;
  }

  void resolve(List<Row> rows) {
    for (int from = 0; from < rows.size(); from += BATCH) {
      batch(rows.subList(from, Math.min(rows.size(), from + BATCH)));
    }
  }

  private void batch(List<Row> rows) {
    List<Cells> columns = new ArrayList<>();
    for (ColumnSpec spec : sides.columns()) {
      columns.add(
          new Cells(
              spec,
              values(sides.base(), spec, rows, Row::base),
              values(sides.ours(), spec, rows, Row::our),
              values(sides.theirs(), spec, rows, Row::their)));
    }
    for (int i = 0; i < rows.size(); i++) {
      resolve(rows.get(i), i, columns);
    }
  }

  private void resolve(Row row, int index, List<Cells> columns) {
    boolean isOurs = row.our() >= 0;
    boolean isTheirs = row.their() >= 0;
    if (!isOurs && !isTheirs) {
      resolved.put(row.id(), new Resolution.Gone());
    } else if (isOurs && isTheirs) {
      bothHave(row, index, columns);
    } else if (columns.stream()
        .allMatch(c -> isOurs ? c.oursIsBase(index) : c.theirsIsBase(index))) {
      resolved.put(row.id(), new Resolution.Gone());
    } else {
      String who = isOurs ? "the source removed" : "the target removed";
      String other = isOurs ? "the target changed" : "the source changed";
      String message = "%s the row and %s it".formatted(who, other);
      List<Disagreement> at =
          disagreements(
              row, index, columns, c -> isOurs ? !c.oursIsBase(index) : !c.theirsIsBase(index));
      conflict(row, Kind.DELETE_VS_UPDATE, message, at);
    }
  }

  private void bothHave(Row row, int index, List<Cells> columns) {
    boolean isUpdate = row.base() >= 0;
    if (columns.stream().allMatch(c -> c.isSame(index))
        || (isUpdate && columns.stream().allMatch(c -> c.theirsIsBase(index)))) {
      resolved.put(row.id(), new Resolution.Ours(row.our()));
    } else if (isUpdate && columns.stream().allMatch(c -> c.oursIsBase(index))) {
      resolved.put(row.id(), new Resolution.Theirs(row.their()));
    } else if (!isUpdate) {
      conflict(
          row,
          Kind.DIVERGENT_INSERT,
          "both sides added the row with different values",
          disagreements(row, index, columns, c -> !c.isSame(index)));
    } else if (grain == Grain.CELL && columns.stream().allMatch(c -> c.isMergeable(index))) {
      resolved.put(row.id(), mixed(index, columns));
    } else {
      conflict(
          row,
          Kind.DIVERGENT_UPDATE,
          "both sides changed the row in different ways",
          disagreements(
              row,
              index,
              columns,
              c -> grain == Grain.CELL ? !c.isMergeable(index) : !c.isSame(index)));
    }
  }

  private static Resolution mixed(int index, List<Cells> columns) {
    Map<String, Object> values = new HashMap<>();
    for (Cells column : columns) {
      Object value = (column.oursIsBase(index) ? column.theirs() : column.ours()).get(index);
      if (value != null) {
        values.put(column.spec().name(), value);
      }
    }
    return new Resolution.Mixed(values);
  }

  private void conflict(Row row, Kind kind, String message, List<Disagreement> properties) {
    conflicts.add(new MergeConflict(sides.type().tableKey(), row.id(), kind, message, properties));
  }

  private List<Disagreement> disagreements(
      Row row, int index, List<Cells> columns, java.util.function.Predicate<Cells> isAtOdds) {
    return columns.stream()
        .filter(isAtOdds)
        .map(column -> column.disagreement(name(column.spec()), row, index))
        .toList();
  }

  private String name(ColumnSpec spec) {
    if (spec.equals(ColumnSpec.SOURCE)) {
      return "from";
    }
    if (spec.equals(ColumnSpec.TARGET)) {
      return "to";
    }
    return sides.type().properties().stream()
        .map(Property::name)
        .filter(property -> sides.layout().column(property).equals(spec))
        .findFirst()
        .orElse(spec.name());
  }

  private static List<@Nullable Object> values(
      TableRows table, ColumnSpec spec, List<Row> rows, ToIntFunction<Row> number) {
    return PickedRows.values(table, spec, rows.stream().mapToInt(number).toArray());
  }

  /** A row that both sides have touched. Its number is -1 where it is not there. */
  record Row(String id, int base, int our, int their) {

    static Row of(RowChange ours, RowChange theirs) {
      return new Row(ours.id(), ours.before(), ours.after(), theirs.after());
    }
  }

  /** The values of a column in the base and on both sides, in the order of the rows. */
  private record Cells(
      ColumnSpec spec,
      List<@Nullable Object> base,
      List<@Nullable Object> ours,
      List<@Nullable Object> theirs) {

    boolean isSame(int index) {
      return PickedRows.isEqual(ours.get(index), theirs.get(index));
    }

    boolean oursIsBase(int index) {
      return PickedRows.isEqual(base.get(index), ours.get(index));
    }

    boolean theirsIsBase(int index) {
      return PickedRows.isEqual(base.get(index), theirs.get(index));
    }

    boolean isMergeable(int index) {
      return isSame(index) || oursIsBase(index) || theirsIsBase(index);
    }

    Disagreement disagreement(String name, Row row, int index) {
      return new Disagreement(
          name,
          row.base() < 0 ? null : JsonForm.tree(spec.type(), base.get(index)),
          row.our() < 0 ? null : JsonForm.tree(spec.type(), ours.get(index)),
          row.their() < 0 ? null : JsonForm.tree(spec.type(), theirs.get(index)));
    }
  }
}
