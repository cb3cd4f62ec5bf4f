package io.omnigraph.store.diff;

import io.omnigraph.graph.column.ColumnSpec;
import io.omnigraph.graph.diff.ChangeOp;
import io.omnigraph.graph.diff.RowChange;
import io.omnigraph.store.commit.TableCounts;
import io.omnigraph.store.table.TableRows;
import io.omnigraph.store.table.TableRows.Slice;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The rows that two states of a table do not share. Segments that both have are compared by which
 * of their rows are dead, and nothing of them is read but the ids of the rows that differ; rows of
 * other segments are matched by id.
 */
public final class TableDelta {

  private TableDelta() {}

  /**
   * The rows that differ, by id in byte order. A row that was written again may have the values
   * that it had before.
   */
  public static List<RowChange> between(TableRows before, TableRows after) {
    BitSet gone = live(before);
    BitSet come = live(after);
    dropShared(before, gone, after, come);
    return matched(before, gone, after, come);
  }

  /** How many rows differ. Reads ids only where rows were both lost and gained. */
  public static TableCounts counts(TableRows before, TableRows after) {
    BitSet gone = live(before);
    BitSet come = live(after);
    dropShared(before, gone, after, come);
    if (gone.isEmpty() || come.isEmpty()) {
      return new TableCounts(come.cardinality(), 0, gone.cardinality());
    }
    Map<ChangeOp, Long> counts =
        matched(before, gone, after, come).stream()
            .collect(Collectors.groupingBy(RowChange::op, Collectors.counting()));
    return new TableCounts(
        counts.getOrDefault(ChangeOp.INSERT, 0L),
        counts.getOrDefault(ChangeOp.UPDATE, 0L),
        counts.getOrDefault(ChangeOp.DELETE, 0L));
  }

  private static void dropShared(TableRows before, BitSet gone, TableRows after, BitSet come) {
    Map<Object, Integer> places = new HashMap<>();
    for (int i = 0; i < before.slices().size(); i++) {
      places.put(before.slices().get(i).segment().identity(), i);
    }
    for (int i = 0; i < after.slices().size(); i++) {
      Integer shared = places.get(after.slices().get(i).segment().identity());
      if (shared != null) {
        dropShared(before.slices().get(shared), before.start(shared), gone, come, after.start(i));
      }
    }
  }

  /** Takes the rows that both states have at the same place of one segment out of both sets. */
  private static void dropShared(
      Slice segment, int beforeStart, BitSet gone, BitSet come, int afterStart) {
    int rows = segment.segment().rows();
    BitSet kept = gone.get(beforeStart, beforeStart + rows);
    kept.and(come.get(afterStart, afterStart + rows));
    for (int from = kept.nextSetBit(0); from >= 0; ) {
      int to = kept.nextClearBit(from);
      gone.clear(beforeStart + from, beforeStart + to);
      come.clear(afterStart + from, afterStart + to);
      from = kept.nextSetBit(to);
    }
  }

  private static List<RowChange> matched(
      TableRows before, BitSet gone, TableRows after, BitSet come) {
    int[] goneRows = gone.stream().toArray();
    int[] comeRows = come.stream().toArray();
    List<Object> goneIds = PickedRows.present(before, ColumnSpec.ID, goneRows);
    List<Object> comeIds = PickedRows.present(after, ColumnSpec.ID, comeRows);
    SortedMap<String, RowChange> changes = new TreeMap<>();
    for (int i = 0; i < goneRows.length; i++) {
      String id = (String) goneIds.get(i);
      changes.put(id, new RowChange(id, goneRows[i], -1));
    }
    for (int i = 0; i < comeRows.length; i++) {
      int row = comeRows[i];
      changes.merge(
          (String) comeIds.get(i),
          new RowChange((String) comeIds.get(i), -1, row),
          (old, _) -> new RowChange(old.id(), old.before(), row));
    }
    return new ArrayList<>(changes.values());
  }

  private static BitSet live(TableRows rows) {
    BitSet live = new BitSet(rows.size());
    live.set(0, rows.size());
    for (int i = 0; i < rows.slices().size(); i++) {
      int start = rows.start(i);
      rows.slices().get(i).dead().stream().forEach(dead -> live.clear(start + dead));
    }
    return live;
  }
}
