package io.omnigraph.store.merge;

import io.omnigraph.graph.column.ColumnSpec;
import io.omnigraph.graph.diff.RowChange;
import io.omnigraph.graph.failure.MergeConflict;
import io.omnigraph.graph.merge.MergeRequest.Grain;
import io.omnigraph.store.diff.PickedRows;
import io.omnigraph.store.diff.SharedRows;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A table of the result: the target's rows, less some that are gone or replaced, plus some of the
 * source's.
 */
final class MergedTable {

  private final TableSides sides;
  private final Map<String, RowChange> ourChanges;
  private final Map<String, RowChange> theirChanges;
  private final SortedMap<String, Resolution> resolved = new TreeMap<>();
  private final List<MergeConflict> conflicts = new ArrayList<>();

  private MergedTable(TableSides sides) {
    this.sides = sides;
    this.ourChanges = sides.ourChanges();
    this.theirChanges = sides.theirChanges();
  }

  /** Puts the changes of both sides together. */
  static MergedTable of(TableSides sides, Grain grain) {
    MergedTable merged = new MergedTable(sides);
    List<ContestedRows.Row> contested = new ArrayList<>();
    merged.ourChanges.forEach((id, ours) -> {
      RowChange theirs = merged.theirChanges.get(id);
      if (theirs != null) {
        contested.add(ContestedRows.Row.of(ours, theirs));
      } else {
        merged.resolved.put(
            id, ours.after() < 0 ? new Resolution.Gone() : new Resolution.Ours(ours.after()));
      }
    });
    merged.theirChanges.forEach((id, theirs) -> {
      if (!merged.ourChanges.containsKey(id)) {
        merged.resolved.put(
            id, theirs.after() < 0 ? new Resolution.Gone() : new Resolution.Theirs(theirs.after()));
      }
    });
    new ContestedRows(sides, grain, merged.resolved, merged.conflicts).resolve(contested);
    return merged;
  }

  TableSides sides() {
    return sides;
  }

  String key() {
    return sides.type().tableKey();
  }

  /** The rows that are at odds, by id. */
  List<MergeConflict> conflicts() {
    return conflicts;
  }

  /** What becomes of each row that a side has changed, by id. */
  SortedMap<String, Resolution> resolved() {
    return Collections.unmodifiableSortedMap(resolved);
  }

  /** What the target changed since the base, by id. */
  Map<String, RowChange> ourChanges() {
    return ourChanges;
  }

  /** What the source changed since the base, by id. */
  Map<String, RowChange> theirChanges() {
    return theirChanges;
  }

  /** The ids of the rows that the result has and the target does not have in this form. */
  List<String> taken() {
    return ids(what -> what instanceof Resolution.Theirs || what instanceof Resolution.Mixed);
  }

  /** The ids of the rows that a side has changed and the result has. */
  List<String> present() {
    return ids(what -> !(what instanceof Resolution.Gone));
  }

  /** The target's rows that the result does not have in this form. */
  BitSet dead() {
    return ourRows(what -> !(what instanceof Resolution.Ours));
  }

  /** The target's rows of which the result has nothing. */
  BitSet removed() {
    return ourRows(what -> what instanceof Resolution.Gone);
  }

  /** Whether a row of the base is not in the result. */
  boolean hasRemovals() {
    return resolved.values().stream().anyMatch(Resolution.Gone.class::isInstance);
  }

  /**
   * The values of a column in the result.
   *
   * @param ids of rows that the result has and a side has changed
   */
  List<@Nullable Object> values(ColumnSpec spec, List<String> ids) {
    if (spec.equals(ColumnSpec.ID)) {
      return new ArrayList<>(ids);
    }
    int[] ourRows = new int[ids.size()];
    int[] theirRows = new int[ids.size()];
    List<@Nullable Object> mixed = new ArrayList<>();
    for (int i = 0; i < ids.size(); i++) {
      Resolution what = resolved.get(ids.get(i));
      ourRows[i] = what instanceof Resolution.Ours(int row) ? row : -1;
      theirRows[i] = what instanceof Resolution.Theirs(int row) ? row : -1;
      mixed.add(what instanceof Resolution.Mixed(var values) ? values.get(spec.name()) : null);
    }
    List<@Nullable Object> ours = PickedRows.values(sides.ours(), spec, ourRows);
    List<@Nullable Object> theirs = PickedRows.values(sides.theirs(), spec, theirRows);
    List<@Nullable Object> chosen = new ArrayList<>();
    for (int i = 0; i < ids.size(); i++) {
      boolean isMixed = ourRows[i] < 0 && theirRows[i] < 0;
      chosen.add(isMixed ? mixed.get(i) : (theirRows[i] >= 0 ? theirs : ours).get(i));
    }
    return chosen;
  }

  private List<String> ids(Predicate<Resolution> wanted) {
    return resolved.entrySet().stream()
        .filter(entry -> wanted.test(entry.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }

  private BitSet ourRows(Predicate<Resolution> wanted) {
    SharedRows places = new SharedRows(sides.base(), sides.ours());
    BitSet rows = new BitSet();
    for (String id : ids(wanted)) {
      int row = ourRow(id, places);
      if (row >= 0) {
        rows.set(row);
      }
    }
    return rows;
  }

  /** The target's row of an id; -1 when it has none. */
  private int ourRow(String id, SharedRows places) {
    RowChange ours = ourChanges.get(id);
    if (ours != null) {
      return ours.after();
    }
    RowChange theirs = theirChanges.get(id);
    return theirs == null || theirs.before() < 0 ? -1 : places.at(theirs.before());
  }
}
