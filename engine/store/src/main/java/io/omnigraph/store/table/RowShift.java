package io.omnigraph.store.table;

import io.omnigraph.store.table.TableRows.Slice;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How the rows of two states of a table correspond: rows of a segment that both have are the same
 * rows, though their numbers may differ when segments before them came or went.
 */
final class RowShift {

  private final TableRows before;
  private final TableRows after;
  // For each segment of one state its place in the other; -1 where the other does not have it.
  private final int[] places;
  private final int[] origins;
  private final boolean isPrefix;

  private RowShift(TableRows before, TableRows after, int[] places) {
    this.before = before;
    this.after = after;
    this.places = places;
    this.origins = new int[after.slices().size()];
    Arrays.fill(origins, -1);
    for (int i = 0; i < places.length; i++) {
      if (places[i] >= 0) {
        origins[places[i]] = i;
      }
    }
    this.isPrefix = IntStream.range(0, places.length).allMatch(i -> places[i] == i);
  }

  /** The correspondence; empty when a state has a segment twice, which tells its rows not apart. */
  static Optional<RowShift> between(TableRows before, TableRows after) {
    Map<Object, Integer> found = new HashMap<>();
    for (int i = 0; i < after.slices().size(); i++) {
      if (found.put(after.slices().get(i).segment().identity(), i) != null) {
        return Optional.empty();
      }
    }
    int[] places =
        before.slices().stream()
            .mapToInt(slice -> found.getOrDefault(slice.segment().identity(), -1))
            .toArray();
    long distinct = Arrays.stream(places).filter(i -> i >= 0).distinct().count();
    return distinct == Arrays.stream(places).filter(i -> i >= 0).count()
        ? Optional.of(new RowShift(before, after, places))
        : Optional.empty();
  }

  /** Whether every row of the earlier state has the same number in the later one. */
  boolean isPrefix() {
    return isPrefix;
  }

  /** The later number of an earlier row, live or not; -1 when its segment is gone. */
  int later(int row) {
    if (isPrefix) {
      return row;
    }
    int slice = before.sliceOf(row);
    return places[slice] < 0 ? -1 : after.start(places[slice]) + row - before.start(slice);
  }

  /** The earlier number of a later row, live or not; -1 when its segment was not there. */
  int earlier(int row) {
    if (isPrefix) {
      return row < before.size() ? row : -1;
    }
    int slice = after.sliceOf(row);
    return origins[slice] < 0 ? -1 : before.start(origins[slice]) + row - after.start(slice);
  }

  /** The rows that were live before and are not afterwards, by their earlier numbers. */
  int[] gone() {
    IntStream.Builder gone = IntStream.builder();
    for (int i = 0; i < places.length; i++) {
      Slice old = before.slices().get(i);
      int start = before.start(i);
      if (places[i] < 0) {
        live(old).forEach(row -> gone.add(start + row));
      } else {
        BitSet dead = after.slices().get(places[i]).dead();
        added(old.dead(), dead).forEach(row -> gone.add(start + row));
      }
    }
    return gone.build().toArray();
  }

  /** The rows that are live afterwards and were not before, by their later numbers. */
  int[] added() {
    IntStream.Builder added = IntStream.builder();
    List<Slice> slices = after.slices();
    for (int i = 0; i < slices.size(); i++) {
      int start = after.start(i);
      if (origins[i] < 0) {
        live(slices.get(i)).forEach(row -> added.add(start + row));
      } else {
        BitSet dead = before.slices().get(origins[i]).dead();
        added(slices.get(i).dead(), dead).forEach(row -> added.add(start + row));
      }
    }
    return added.build().toArray();
  }

  /** At least how many rows came or went, without looking at each. */
  long difference() {
    long difference = 0;
    for (int i = 0; i < places.length; i++) {
      Slice old = before.slices().get(i);
      int live = liveIn(old);
      difference += Math.abs(places[i] < 0 ? live : live - liveIn(after.slices().get(places[i])));
    }
    for (int i = 0; i < origins.length; i++) {
      difference += origins[i] < 0 ? liveIn(after.slices().get(i)) : 0;
    }
    return difference;
  }

  private static int liveIn(Slice slice) {
    return slice.segment().rows() - slice.dead().cardinality();
  }

  private static IntStream live(Slice slice) {
    return IntStream.range(0, slice.segment().rows()).filter(row -> !slice.dead().get(row));
  }

  /** The members of a set that another one does not have. */
  private static IntStream added(BitSet without, BitSet with) {
    if (with.equals(without)) {
      return IntStream.empty();
    }
    BitSet more = (BitSet) with.clone();
    more.andNot(without);
    return more.stream();
  }
}
