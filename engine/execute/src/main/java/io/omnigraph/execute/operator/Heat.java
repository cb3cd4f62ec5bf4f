package io.omnigraph.execute.operator;

import io.omnigraph.graph.snapshot.Table;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tells which columns are better left on disk: those of large tables that have been wanted a few
 * times only. A process that runs one query reads no more than it needs; one that serves soon has
 * the columns in memory that its clients look at. Safe for use by many threads.
 */
public final class Heat {

  private static final int LARGE_TABLE = 10_000;
  private static final int FEW_TIMES = 3;

  private final int largeTable;
  private final int fewTimes;
  private final ConcurrentHashMap<Place, Integer> wanted = new ConcurrentHashMap<>();

  /** Leaves columns on disk as is usual. */
  public Heat() {
    this(LARGE_TABLE, FEW_TIMES);
  }

  /**
   * Leaves columns of large tables on disk for the first few times.
   *
   * @param largeTable the rows from which on a table is large
   */
  public Heat(int largeTable, int fewTimes) {
    this.largeTable = largeTable;
    this.fewTimes = fewTimes;
  }

  /** A column of any state of a table with about as many rows. */
  private record Place(int magnitude, String property) {}

  /** Whether a column should not be read whole. Each time that it is asked for warms it. */
  boolean isCold(Table table, String property) {
    if (table.size() < largeTable || table.isWarm(property)) {
      return false;
    }
    Place place = new Place(Integer.numberOfLeadingZeros(table.size()), property);
    return wanted.merge(place, 1, Integer::sum) <= fewTimes;
  }
}
