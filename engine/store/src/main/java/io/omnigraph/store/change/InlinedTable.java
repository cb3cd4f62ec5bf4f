package io.omnigraph.store.change;

import io.omnigraph.store.commit.Delta;
import io.omnigraph.store.commit.DeltaRows;
import io.omnigraph.store.commit.Overlay;
import io.omnigraph.store.commit.TableEntry.TableData;
import io.omnigraph.store.table.DeltaValues;
import io.omnigraph.store.table.Layer;
import io.omnigraph.store.table.Layered;
import io.omnigraph.store.table.TableRows;
import io.omnigraph.store.table.TableStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A table whose changes fit into the record of a commit. When many small deltas have come together,
 * the newest of them are put into the new one, so that a table never has more than a few; each row
 * is then written a few times, until a table has so much in records that the next change writes a
 * version.
 *
 * @param layered the table afterwards
 * @param delta the rows for the record; absent for none
 */
record InlinedTable(Layered layered, @Nullable DeltaRows delta) {

  /** The most rows of a transaction, and the most bytes, that go into a record. */
  private static final int MOST_ROWS = 256;

  private static final int MOST_BYTES = 1 << 14;

  /** What a table may have in records: rows, bytes, deltas, and the text of rows that are gone. */
  private static final int ALL_ROWS = 1024;

  private static final int ALL_BYTES = 1 << 19;
  private static final int ALL_DELTAS = 64;
  private static final int ALL_DEAD = 2048;

  /** So many deltas of a size become one of the next size. */
  private static final int FAN = 8;

  /**
   * What a transaction makes of a table.
   *
   * @param before where the rows are that the transaction began with; absent for none
   * @param commit that the transaction becomes
   * @return empty when a version has to be written, or the table is empty afterwards
   */
  static Optional<InlinedTable> of(
      TableStore tables, @Nullable TableData before, StagedTable step, String commit) {
    if (before == null
        || step.isCleared()
        || step.staged().size() > MOST_ROWS
        || step.current().liveCount() == 0) {
      return Optional.empty();
    }
    List<Delta> deltas = before.overlaid().deltas();
    int own = step.staged().isEmpty() ? 0 : bytes(encoded(step, step.staged()));
    int absorbed = own == 0 ? 0 : absorbed(deltas, step.staged().size(), own);
    DeltaRows delta = own == 0 ? null : encoded(step, rows(step, absorbed));
    if (own > MOST_BYTES || deltas.size() - absorbed >= ALL_DELTAS) {
      return Optional.empty();
    }
    Layered after =
        tables.layered(before, step.base(), new Layer(commit, step.dead(), absorbed, delta));
    return isTooMuch(after.data().overlaid())
        ? Optional.empty()
        : Optional.of(new InlinedTable(after, delta));
  }

  private static boolean isTooMuch(Overlay overlay) {
    return overlay.deltas().stream().mapToLong(Delta::rows).sum() > ALL_ROWS
        || overlay.deltas().stream().mapToLong(Delta::bytes).sum() > ALL_BYTES
        || overlay.dead().values().stream().mapToLong(String::length).sum() > ALL_DEAD;
  }

  /** How many of the last deltas go into a new one. */
  private static int absorbed(List<Delta> deltas, int newRows, int newBytes) {
    int rows = newRows;
    int bytes = newBytes;
    int first = deltas.size();
    while (true) {
      int from = first;
      int moreRows = 0;
      int moreBytes = 0;
      while (from > 0 && size(deltas.get(from - 1).rows()) <= size(rows)) {
        from--;
        moreRows += deltas.get(from).rows();
        moreBytes += deltas.get(from).bytes();
      }
      if (first - from < FAN - 1 || bytes + moreBytes > MOST_BYTES) {
        return deltas.size() - first;
      }
      first = from;
      rows += moreRows;
      bytes += moreBytes;
    }
  }

  /** Sizes of deltas: below 8 rows, below 64, and so on. */
  private static int size(int rows) {
    return (Integer.SIZE - 1 - Integer.numberOfLeadingZeros(Math.max(1, rows))) / 3;
  }

  private static List<StagedRow> rows(StagedTable step, int absorbed) {
    List<StagedRow> rows = new ArrayList<>();
    TableRows base = step.base();
    int first = base.start(base.slices().size() - absorbed);
    for (int row = first; row < base.size(); row++) {
      if (base.isLive(row) && !step.dead().get(row)) {
        rows.add(step.stored(row));
      }
    }
    rows.addAll(step.staged());
    return rows;
  }

  private static DeltaRows encoded(StagedTable step, Iterable<StagedRow> rows) {
    StagedSegment segment = new StagedSegment(step.layout(), rows, 16);
    return DeltaValues.encode(segment.toStore());
  }

  private static int bytes(DeltaRows rows) {
    return DeltaValues.bytes(rows);
  }
}
