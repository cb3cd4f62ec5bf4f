package io.omnigraph.store.change;

import io.omnigraph.store.commit.TableEntry;
import io.omnigraph.store.commit.TableEntry.TableData;
import io.omnigraph.store.table.TableLayout;
import io.omnigraph.store.table.TableRows;
import io.omnigraph.store.table.TableRows.Slice;
import io.omnigraph.store.table.TableStore;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Brings a table that was stored anew up to what others have written meanwhile. */
public final class Rebase {

  private Rebase() {}

  /**
   * Repeats on a table what happened between two states of the original.
   *
   * @param anew holds the rows of {@code before}, and is what the result is written on
   * @return where the rows of {@code now} are; absent when there are none
   */
  public static @Nullable TableData onto(
      TableEntry anew, TableLayout layout, TableRows before, TableRows now, TableStore tables) {
    Map<Object, BitSet> known = new HashMap<>();
    before.slices().forEach(slice -> known.put(slice.segment().identity(), slice.dead()));
    StagedTable original = new StagedTable(layout, now);
    StagedTable copy = new StagedTable(layout, tables.rows(anew.data()));
    for (int i = 0; i < now.slices().size(); i++) {
      Slice slice = now.slices().get(i);
      BitSet deadBefore = known.remove(slice.segment().identity());
      if (deadBefore == null) {
        addLive(slice, now.start(i), original, copy);
      } else {
        BitSet died = (BitSet) slice.dead().clone();
        died.andNot(deadBefore);
        remove(died, now.start(i), now, copy);
      }
    }
    removeVanished(before, known, copy);
    return copy.isChanged()
        ? GroupedTable.write(tables, anew, List.of(copy)).getFirst()
        : anew.data();
  }

  private static void addLive(Slice slice, int start, StagedTable from, StagedTable to) {
    for (int row = 0; row < slice.segment().rows(); row++) {
      if (!slice.dead().get(row)) {
        to.put(from.stored(start + row));
      }
    }
  }

  /** A row that came back under its id is among the new ones, and was put already or will be. */
  private static void remove(BitSet died, int start, TableRows rows, StagedTable from) {
    for (int row = died.nextSetBit(0); row >= 0; row = died.nextSetBit(row + 1)) {
      String id = rows.id(start + row);
      if (rows.rowOf(id) < 0) {
        from.remove(id);
      }
    }
  }

  private static void removeVanished(
      TableRows before, Map<Object, BitSet> vanished, StagedTable copy) {
    for (int i = 0; i < before.slices().size(); i++) {
      Slice slice = before.slices().get(i);
      if (vanished.containsKey(slice.segment().identity())) {
        for (int row = 0; row < slice.segment().rows(); row++) {
          String id = before.id(before.start(i) + row);
          if (!slice.dead().get(row) && !copy.isStaged(id)) {
            copy.remove(id);
          }
        }
      }
    }
  }
}
