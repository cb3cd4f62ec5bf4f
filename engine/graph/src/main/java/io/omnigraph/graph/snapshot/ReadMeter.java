package io.omnigraph.graph.snapshot;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Counts what is read from storage, by table and column, while some work is done by the thread that
 * does it. What was in memory already is not read. Safe for use by several threads.
 */
public final class ReadMeter {

  private static final ScopedValue<ReadMeter> CURRENT = ScopedValue.newInstance();
  private static final ScopedValue<Names> NAMES = ScopedValue.newInstance();

  private final SortedMap<Key, Amount> reads = new TreeMap<>();

  /** Does work and counts what it reads. */
  public <R> R count(Supplier<R> work) {
    return ScopedValue.where(CURRENT, this).call(work::get);
  }

  /** Does work whose reads are those of a table, under the names of its properties. */
  public static <R> R naming(Names names, Supplier<R> work) {
    return CURRENT.isBound() ? ScopedValue.where(NAMES, names).call(work::get) : work.get();
  }

  /**
   * Notes a read with the meter of the work that is being done, if it has one.
   *
   * @param file that is read
   * @param column as it is stored
   * @param bytes that were decoded
   */
  public static void note(String file, String column, long rows, long bytes) {
    if (CURRENT.isBound()) {
      Key key =
          NAMES.isBound()
              ? new Key(NAMES.get().table, NAMES.get().properties.getOrDefault(column, column))
              : new Key(file, column);
      CURRENT.get().add(key, new Amount(rows, bytes));
    }
  }

  /** What was read so far, in the order of tables and columns. */
  public synchronized SortedMap<Key, Amount> reads() {
    return new TreeMap<>(reads);
  }

  /** The bytes that were read so far. */
  public synchronized long bytes() {
    return reads.values().stream().mapToLong(Amount::bytes).sum();
  }

  private synchronized void add(Key key, Amount amount) {
    reads.merge(key, amount, Amount::plus);
  }

  /**
   * What is read.
   *
   * @param table its key, such as {@code node:Person}; a file where nobody knows the table
   * @param column the name of a property, or {@code id}, {@code src} or {@code dst}
   */
  public record Key(String table, String column) implements Comparable<Key> {

    @Override
    public int compareTo(Key other) {
      int order = table.compareTo(other.table);
      return order == 0 ? column.compareTo(other.column) : order;
    }
  }

  /**
   * How much is read.
   *
   * @param rows whose values were decoded
   * @param bytes that they took
   */
  public record Amount(long rows, long bytes) {

    private Amount plus(Amount other) {
      return new Amount(rows + other.rows, bytes + other.bytes);
    }
  }

  /**
   * Under which names reads are noted.
   *
   * @param table its key
   * @param properties by the stored names of their columns
   */
  public record Names(String table, Map<String, String> properties) {

    public Names {
      properties = Map.copyOf(properties);
    }
  }
}
