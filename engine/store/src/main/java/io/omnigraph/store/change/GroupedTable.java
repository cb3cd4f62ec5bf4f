package io.omnigraph.store.change;

import io.omnigraph.store.commit.Overlay;
import io.omnigraph.store.commit.Positions;
import io.omnigraph.store.commit.TableEntry;
import io.omnigraph.store.commit.TableEntry.TableData;
import io.omnigraph.store.lance.Addition;
import io.omnigraph.store.table.TableStore;
import io.omnigraph.store.table.TableStore.Target;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A table that several transactions of a group have changed, one after the other. The rows that are
 * there in the end go to one file, which the new version has; rows that only some of the
 * transactions in between have seen go to files of their own, so that no file has an id twice. The
 * last transaction has the new version, the others have the old one with an overlay.
 */
final class GroupedTable {

  private final TableStore tables;
  private final TableEntry entry;
  private final List<StagedTable> steps;
  private final int stored;
  private final List<Born> born = new ArrayList<>();

  private GroupedTable(TableStore tables, TableEntry entry, List<StagedTable> steps) {
    this.tables = tables;
    this.entry = entry;
    this.steps = steps;
    this.stored = steps.getFirst().base().size();
  }

  /**
   * Writes a table.
   *
   * @param entry the table before the group
   * @param steps what the transactions have done to it, each on what the one before has left
   * @return where the rows are after each step; absent where there are none
   */
  static List<@Nullable TableData> write(
      TableStore tables, TableEntry entry, List<StagedTable> steps) {
    GroupedTable table = new GroupedTable(tables, entry, steps);
    return steps.size() == 1
        ? Collections.singletonList(table.alone(steps.getFirst()))
        : table.together();
  }

  private @Nullable TableData alone(StagedTable step) {
    return step.current().liveCount() == 0
        ? null
        : tables.write(entry.data(), step.dead(), toStore(List.copyOf(step.staged())), target());
  }

  private List<@Nullable TableData> together() {
    TableData base = entry.data();
    if (base == null) {
      throw new IllegalStateException("a group ends with the first rows of a table");
    }
    follow();
    List<Born> lasting = born.stream().filter(row -> row.died == Born.NEVER).toList();
    List<List<Born>> passing = generations();
    List<Overlay.Part> files = new ArrayList<>();
    List<List<Born>> rows = new ArrayList<>();
    @Nullable TableData last = last(base, lasting);
    if (last != null && !lasting.isEmpty()) {
      files.add(tables.addedPart(base, last));
      rows.add(lasting);
    }
    for (List<Born> generation : passing) {
      files.add(tables.writePart(base.dataset(), segment(rows(generation)).toStore()));
      rows.add(generation);
    }
    List<@Nullable TableData> written = new ArrayList<>();
    BitSet dead = new BitSet();
    for (int i = 0; i < steps.size() - 1; i++) {
      dead.or(steps.get(i).dead().get(0, stored));
      written.add(steps.get(i).current().liveCount() == 0 ? null : at(i, base, dead, files, rows));
    }
    written.add(last);
    return written;
  }

  /** Finds out which rows come and go within the group. */
  private void follow() {
    for (int i = 0; i < steps.size(); i++) {
      BitSet dead = steps.get(i).dead();
      for (int row = dead.nextSetBit(stored); row >= 0; row = dead.nextSetBit(row + 1)) {
        born.get(row - stored).died = i;
      }
      for (StagedRow row : steps.get(i).staged()) {
        born.add(new Born(row, i));
      }
    }
  }

  /** The rows that did not last, in lists without equal ids. */
  private List<List<Born>> generations() {
    List<List<Born>> generations = new ArrayList<>();
    Map<String, Integer> seen = new HashMap<>();
    for (Born one : born) {
      if (one.died != Born.NEVER) {
        int generation = seen.merge(one.row.id(), 1, Integer::sum) - 1;
        if (generation == generations.size()) {
          generations.add(new ArrayList<>());
        }
        generations.get(generation).add(one);
      }
    }
    return generations;
  }

  private @Nullable TableData last(TableData base, List<Born> lasting) {
    if (steps.getLast().current().liveCount() == 0) {
      return null;
    }
    BitSet dead = new BitSet();
    steps.forEach(step -> dead.or(step.dead().get(0, stored)));
    if (lasting.isEmpty() && dead.isEmpty()) {
      return base;
    }
    return tables.write(base, dead, toStore(rows(lasting)), target());
  }

  private TableData at(
      int step, TableData base, BitSet dead, List<Overlay.Part> files, List<List<Born>> rows) {
    List<Overlay.Part> parts = new ArrayList<>();
    for (int file = 0; file < files.size(); file++) {
      BitSet live = new BitSet();
      for (int row = 0; row < rows.get(file).size(); row++) {
        live.set(row, rows.get(file).get(row).isThereAfter(step));
      }
      if (!live.isEmpty()) {
        Overlay.Part whole = files.get(file);
        parts.add(new Overlay.Part(whole.file(), whole.rows(), Positions.text(live)));
      }
    }
    return tables.overlaid(base, dead, parts, steps.get(step).current().liveCount());
  }

  private static List<StagedRow> rows(List<Born> born) {
    return born.stream().map(one -> one.row).toList();
  }

  private Optional<Addition> toStore(List<StagedRow> rows) {
    return rows.isEmpty() ? Optional.empty() : Optional.of(segment(rows).toStore());
  }

  private Target target() {
    return new Target(tables.freshDataset(entry), steps.getFirst().layout().all());
  }

  private StagedSegment segment(List<StagedRow> rows) {
    return new StagedSegment(steps.getFirst().layout(), rows, rows.size());
  }

  /** A row that a step has written, and the step that has removed or replaced it. */
  private static final class Born {

    static final int NEVER = Integer.MAX_VALUE;

    final StagedRow row;
    final int step;
    int died = NEVER;

    Born(StagedRow row, int step) {
      this.row = row;
      this.step = step;
    }

    boolean isThereAfter(int when) {
      return step <= when && when < died;
    }
  }
}
