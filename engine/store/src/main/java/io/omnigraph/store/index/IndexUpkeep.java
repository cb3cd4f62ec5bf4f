package io.omnigraph.store.index;

import io.omnigraph.graph.column.ColumnSpec;
import io.omnigraph.store.commit.TableEntry.TableData;
import io.omnigraph.store.lance.BuiltIndexes;
import io.omnigraph.store.lance.WantedIndex;
import io.omnigraph.store.lance.WantedIndex.Kind;
import io.omnigraph.store.table.TableLayout;
import io.omnigraph.store.table.TableStore;
import java.util.ArrayList;
import java.util.List;

/**
 * Builds the indexes that a table lacks. An index is built over all rows at once, when it pays: a
 * small table is read as fast without one, and a few rows that came after an index was built are
 * looked at one by one.
 */
public final class IndexUpkeep {

  /** Tables with fewer rows get no index over their values. */
  static final long SORTED_FROM = 10_000;

  /** Tables with fewer rows get no index over their vectors: every vector is compared instead. */
  static final long NEAREST_FROM = 50_000;

  /** An index is built anew when one row in so many is not in it. */
  private static final long STALE_SHARE = 10;

  private static final int MOST_PARTITIONS = 4096;

  private final TableStore tables;
  private final Thresholds thresholds;

  /** Upkeep of the tables of a graph. */
  public IndexUpkeep(TableStore tables) {
    this(tables, new Thresholds(SORTED_FROM, NEAREST_FROM));
  }

  IndexUpkeep(TableStore tables, Thresholds thresholds) {
    this.tables = tables;
    this.thresholds = thresholds;
  }

  /**
   * From how many rows on a table is indexed.
   *
   * @param sorted over values
   * @param nearest over vectors
   */
  record Thresholds(long sorted, long nearest) {}

  /**
   * The table with every index that pays. Rows, their numbers and their order stay as they are.
   * Every new file is flushed; nothing points to indexes until a commit takes the result. Word
   * files are used at once, by all versions that share the data that they are of.
   *
   * @param layout of the type, which says what indexes are declared
   * @param data the rows of a head, without an overlay
   * @return the same object when no commit is needed
   */
  public TableData refresh(TableLayout layout, TableData data) {
    for (ColumnSpec column : DeclaredIndexes.of(layout).texts()) {
      tables.storeWords(data, column);
    }
    List<WantedIndex> due = due(layout, data);
    return due.isEmpty() ? data : tables.index(data, due);
  }

  /** Whether {@link #refresh} would give another table. Reads no rows. */
  public boolean isDue(TableLayout layout, TableData data) {
    return !due(layout, data).isEmpty();
  }

  private List<WantedIndex> due(TableLayout layout, TableData data) {
    boolean isSmall = data.rows() < Math.min(thresholds.sorted(), thresholds.nearest());
    if (isSmall || data.overlay() != null) {
      return List.of();
    }
    List<WantedIndex> wanted = wanted(DeclaredIndexes.of(layout), data.rows());
    if (wanted.isEmpty()) {
      return List.of();
    }
    BuiltIndexes built = tables.indexes(data);
    long all = tables.rows(data).size();
    return wanted.stream()
        .filter(index -> built.columns().contains(index.column().name()))
        .filter(index -> isStale(built.rows().getOrDefault(index.name(), 0L), all))
        .filter(index -> index.kind() != Kind.NEAREST || hasVectors(data, index.column()))
        .toList();
  }

  private static boolean isStale(long indexed, long all) {
    return (all - indexed) * STALE_SHARE >= all;
  }

  private boolean hasVectors(TableData data, ColumnSpec column) {
    return tables.countValues(data, column) >= thresholds.nearest();
  }

  private List<WantedIndex> wanted(DeclaredIndexes declared, long rows) {
    List<WantedIndex> wanted = new ArrayList<>();
    if (rows >= thresholds.sorted()) {
      declared.sorted().stream().map(WantedIndex::sorted).forEach(wanted::add);
    }
    if (rows >= thresholds.nearest()) {
      for (ColumnSpec column : declared.vectors()) {
        wanted.add(WantedIndex.nearest(column, partitions(rows)));
      }
    }
    return wanted;
  }

  /** As many parts as each has rows. */
  private static int partitions(long rows) {
    return Math.clamp(Math.round(Math.sqrt((double) rows)), 1, MOST_PARTITIONS);
  }
}
