package io.omnigraph.store.table;

import io.omnigraph.graph.column.ColumnBuilder;
import io.omnigraph.graph.column.ColumnSpec;
import io.omnigraph.graph.snapshot.Column;
import io.omnigraph.graph.snapshot.RowFilter;
import io.omnigraph.graph.snapshot.WordPart;
import io.omnigraph.values.text.TextBytes;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a table in one state, numbered from 0 through all its segments. Immutable. Holds no
 * values itself: they come from the segments whenever they are asked for.
 */
public final class TableRows {

  private final List<Slice> slices;
  private final int[] starts;
  private final int liveCount;
  private int lastSlice;
  private final @Nullable VectorSearch vectors;
  private volatile WeakReference<Column.@Nullable Texts> ids = new WeakReference<>(null);

  /** The rows of some segments, one after the other. */
  public TableRows(List<Slice> slices) {
    this(slices, null);
  }

  /**
   * The rows of some segments, one after the other.
   *
   * @param vectors finds rows by vectors; absent when nothing does
   */
  TableRows(List<Slice> slices, @Nullable VectorSearch vectors) {
    this.vectors = vectors;
    this.slices = List.copyOf(slices);
    this.starts = new int[slices.size() + 1];
    int live = 0;
    for (int i = 0; i < slices.size(); i++) {
      Slice slice = slices.get(i);
      starts[i + 1] = Math.addExact(starts[i], slice.segment().rows());
      live += slice.segment().rows() - slice.dead().cardinality();
    }
    this.liveCount = live;
  }

  /** A table without rows. */
  public static TableRows none() {
    return new TableRows(List.of());
  }

  /** The segments, in order. */
  public List<Slice> slices() {
    return slices;
  }

  /** The row at which a segment begins. */
  public int start(int slice) {
    return starts[slice];
  }

  /** The segment that a row is in. */
  public int sliceOf(int row) {
    // Threads may overwrite each other's guess: any guess is checked before it is used.
    int guess = lastSlice;
    if (row >= starts[guess] && row < starts[guess + 1]) {
      return guess;
    }
    int slice = SegmentedColumns.partOf(starts, row);
    lastSlice = slice;
    return slice;
  }

  /** Whether nothing of it is staged by a transaction. */
  boolean isStored() {
    return slices.stream().noneMatch(slice -> slice.segment().isStaged());
  }

  /** The same rows without those that a transaction has staged, which come last. */
  TableRows stored() {
    return isStored()
        ? this
        : new TableRows(slices.stream().filter(slice -> !slice.segment().isStaged()).toList());
  }

  /** One more than the highest row number. */
  public int size() {
    return starts[slices.size()];
  }

  /** The number of live rows. */
  public int liveCount() {
    return liveCount;
  }

  /** Whether a row is live. */
  public boolean isLive(int row) {
    int slice = sliceOf(row);
    return !slices.get(slice).dead().get(row - starts[slice]);
  }

  /** Copies the live rows from one row on up to another, ascending; returns how many they are. */
  int live(int from, int to, int[] into) {
    int count = 0;
    for (int row = from; row < to; ) {
      int slice = sliceOf(row);
      int end = Math.min(to, starts[slice + 1]);
      BitSet dead = slices.get(slice).dead();
      int nextDead = dead.nextSetBit(row - starts[slice]);
      int wholeUpTo = nextDead < 0 ? end : Math.min(end, starts[slice] + nextDead);
      while (row < wholeUpTo) {
        into[count++] = row++;
      }
      for (; row < end; row++) {
        if (!dead.get(row - starts[slice])) {
          into[count++] = row;
        }
      }
    }
    return count;
  }

  /** The id of a row. */
  public String id(int row) {
    return ids().get(row);
  }

  /** The ids of all rows. */
  public Column.Texts ids() {
    Column.Texts known = ids.get();
    if (known == null) {
      known = (Column.Texts) column(ColumnSpec.ID);
      ids = new WeakReference<>(known);
    }
    return known;
  }

  /** The live row with an id; -1 when there is none. */
  public int rowOf(String id) {
    byte[] utf8 = TextBytes.of(id);
    return rowOf(utf8, TextBytes.hash(utf8));
  }

  /**
   * The live row with an id; -1 when there is none.
   *
   * @param id as UTF-8
   * @param hash of the id, {@link TextBytes#hash(byte[])}
   */
  public int rowOf(byte[] id, int hash) {
    for (int i = slices.size() - 1; i >= 0; i--) {
      Slice slice = slices.get(i);
      int found = slice.segment().find(id, hash, slice.dead());
      if (found >= 0) {
        return starts[i] + found;
      }
    }
    return -1;
  }

  /** Whether a row is the very row of another state: written once, and not touched since. */
  public boolean isSameRow(int row, TableRows other, int otherRow) {
    int slice = sliceOf(row);
    int otherSlice = other.sliceOf(otherRow);
    return row - starts[slice] == otherRow - other.starts[otherSlice]
        && slices
            .get(slice)
            .segment()
            .identity()
            .equals(other.slices.get(otherSlice).segment().identity());
  }

  /**
   * The live row with an id; -1 when there is none.
   *
   * @param known the lookups of the segments that were asked before; more are added to it. Several
   *     threads may share it: what one of them does not see, it asks for again.
   */
  int rowOf(byte[] id, int hash, @Nullable IdLookup[] known) {
    for (int i = slices.size() - 1; i >= 0; i--) {
      Slice slice = slices.get(i);
      IdLookup lookup = known[i];
      if (lookup == null) {
        lookup = slice.segment().warmIds().orElse(null);
        known[i] = lookup;
      }
      int found =
          lookup == null
              ? slice.segment().find(id, hash, slice.dead())
              : lookup.find(id, hash, slice.dead());
      if (found >= 0) {
        return starts[i] + found;
      }
    }
    return -1;
  }

  /** The values of a column. */
  public Column column(ColumnSpec spec) {
    List<Column> parts = slices.stream().map(s -> s.segment().column(spec)).toList();
    return SegmentedColumns.of(spec.type(), parts, starts);
  }

  /** The words of a column of texts, segment by segment. */
  public List<WordPart> words(ColumnSpec spec) {
    List<WordPart> parts = new ArrayList<>();
    for (int i = 0; i < slices.size(); i++) {
      Slice slice = slices.get(i);
      parts.add(new WordPart(starts[i], slice.segment().words(spec), slice.dead()));
    }
    return List.copyOf(parts);
  }

  /** The live rows that an index finds near to a vector, ascending; empty without an index. */
  public Optional<int[]> nearest(ColumnSpec column, float[] query, int count) {
    return vectors == null ? Optional.empty() : vectors.nearest(column, query, count);
  }

  /** Whether a column is in memory as a whole. */
  public boolean isWarm(ColumnSpec spec) {
    return slices.stream().allMatch(slice -> slice.segment().isWarm(spec));
  }

  /**
   * The values of a column in some rows: position {@code i} of the result is row {@code rows[i]}.
   * Where the column is not in memory and the rows are few, no others are read.
   *
   * @param rows ascending
   */
  public Column take(ColumnSpec spec, int[] rows) {
    ColumnBuilder taken = new ColumnBuilder(spec.type(), rows.length);
    for (int from = 0; from < rows.length; ) {
      int slice = sliceOf(rows[from]);
      int to = from;
      while (to < rows.length && rows[to] < starts[slice + 1]) {
        to++;
      }
      int[] local = Arrays.copyOfRange(rows, from, to);
      for (int i = 0; i < local.length; i++) {
        local[i] -= starts[slice];
      }
      Column part = slices.get(slice).segment().take(spec, local);
      if (local.length == rows.length) {
        return part;
      }
      for (int i = 0; i < local.length; i++) {
        taken.copy(from + i, part, i);
      }
      from = to;
    }
    return taken.build();
  }

  /**
   * The live rows that a condition holds for, ascending.
   *
   * @param columns the column of each property that the condition names
   */
  public int[] select(RowFilter filter, Function<String, ColumnSpec> columns) {
    IntStream.Builder selected = IntStream.builder();
    for (int i = 0; i < slices.size(); i++) {
      BitSet dead = slices.get(i).dead();
      for (int row : slices.get(i).segment().select(filter, columns)) {
        if (!dead.get(row)) {
          selected.add(starts[i] + row);
        }
      }
    }
    return selected.build().toArray();
  }

  /** The values of a column in the live rows alone, in their order. */
  public Column live(ColumnSpec spec) {
    Column all = column(spec);
    ColumnBuilder builder = new ColumnBuilder(spec.type(), liveCount);
    int next = 0;
    for (int row = 0; row < size(); row++) {
      if (isLive(row)) {
        builder.copy(next++, all, row);
      }
    }
    return builder.build();
  }

  /** Passes on each live row whose value in a column of node ids is the given one. */
  public void eachAtNode(ColumnSpec end, String node, IntConsumer action) {
    byte[] utf8 = TextBytes.of(node);
    for (int i = 0; i < slices.size(); i++) {
      Slice slice = slices.get(i);
      int start = starts[i];
      slice
          .segment()
          .atNodes(end)
          .each(
              utf8,
              row -> {
                if (!slice.dead().get(row)) {
                  action.accept(start + row);
                }
              });
    }
  }

  /** The live row with a tuple of values in columns that are unique; -1 when there is none. */
  public int rowOf(List<ColumnSpec> columns, List<Object> tuple) {
    for (int i = slices.size() - 1; i >= 0; i--) {
      Slice slice = slices.get(i);
      int found = slice.segment().tuples(columns).find(tuple, slice.dead());
      if (found >= 0) {
        return starts[i] + found;
      }
    }
    return -1;
  }

  /**
   * A segment in a table.
   *
   * @param dead its rows that are deleted or replaced; never changed
   */
  public record Slice(Segment segment, BitSet dead) {}
}
