package io.omnigraph.store.table;

import io.omnigraph.graph.DamagedGraphException;
import io.omnigraph.graph.column.ColumnSpec;
import io.omnigraph.ground.Quantity;
import io.omnigraph.store.cache.CacheKey;
import io.omnigraph.store.cache.CacheKey.Form;
import io.omnigraph.store.cache.Cached;
import io.omnigraph.store.cache.FileCache;
import io.omnigraph.store.commit.Delta;
import io.omnigraph.store.commit.DeltaRows;
import io.omnigraph.store.commit.Overlay;
import io.omnigraph.store.commit.Positions;
import io.omnigraph.store.commit.TableEntry.TableData;
import io.omnigraph.store.lance.LanceStore;
import io.omnigraph.store.lance.LanceVersion;
import io.omnigraph.store.lance.LanceVersion.LanceFragment;
import io.omnigraph.store.lance.Rows;
import io.omnigraph.store.table.TableRows.Slice;
import io.omnigraph.store.table.TableStore.State;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** What tables have gained and lost since their versions. */
final class Overlays {

  /** What a byte in a record takes in memory, roughly. */
  private static final long MEMORY_COST = 8;

  private final LanceStore lance;
  private final WordFiles wordFiles;
  private final FileCache cache;
  private final TableStore.DeltaReader deltas;

  Overlays(LanceStore lance, WordFiles wordFiles, FileCache cache, TableStore.DeltaReader deltas) {
    this.lance = lance;
    this.wordFiles = wordFiles;
    this.cache = cache;
    this.deltas = deltas;
  }

  /** Rows of the fragments of a state, by the ids of the fragments. */
  static SortedMap<Integer, BitSet> byFragment(State state, BitSet dead) {
    return byFragment(state.version(), state.rows(), dead);
  }

  /** Rows of the fragments of a state that an overlay has lost, and others. */
  static SortedMap<Integer, BitSet> dead(State state, Overlay overlay, BitSet dead) {
    return dead(state.version(), state.rows(), overlay, dead);
  }

  /** A table as a version and an overlay make it. */
  State state(State base, TableData data) {
    Overlay overlay = data.overlaid();
    List<LanceFragment> fragments = base.version().fragments();
    List<Slice> slices = new ArrayList<>();
    for (int i = 0; i < fragments.size(); i++) {
      Slice slice = base.rows().slices().get(i);
      BitSet dead = overlay.deadIn(fragments.get(i).id());
      dead.or(slice.dead());
      slices.add(new Slice(slice.segment(), dead));
    }
    for (Overlay.Part part : overlay.parts()) {
      LanceFragment file = new LanceFragment(-1, part.file(), part.rows(), 0, "");
      slices.add(new Slice(new StoredSegment(lance, wordFiles, cache, file, null), part.dead()));
    }
    for (Delta delta : overlay.deltas()) {
      Supplier<DeltaRows> reader = () -> deltas.rows(delta.commit(), data.table());
      slices.add(new Slice(segment(data, delta, reader), delta.dead()));
    }
    return new State(base.version(), rows(base.version(), slices));
  }

  /** A table after a small transaction. */
  Layered layered(LanceVersion version, TableData base, TableRows before, Layer layer) {
    Overlay overlay = base.overlaid();
    List<Slice> slices = new ArrayList<>();
    int slice = 0;
    while (slice < version.fragments().size()) {
      slices.add(without(before, slice++, layer.dead()));
    }
    List<Overlay.Part> parts = new ArrayList<>();
    for (Overlay.Part part : overlay.parts()) {
      Slice left = without(before, slice, layer.dead());
      if (isAlive(left)) {
        slices.add(left);
        parts.add(part.without(local(before, slice, layer.dead())));
      }
      slice++;
    }
    List<Delta> left = new ArrayList<>();
    int kept = overlay.deltas().size() - layer.absorbed();
    for (Delta delta : overlay.deltas().subList(0, kept)) {
      Slice still = without(before, slice, layer.dead());
      if (isAlive(still)) {
        slices.add(still);
        left.add(delta.without(local(before, slice, layer.dead())));
      }
      slice++;
    }
    DeltaRows added = layer.added();
    if (added != null) {
      Delta delta = new Delta(layer.commit(), added.rows(), DeltaValues.bytes(added), null);
      left.add(delta);
      slices.add(new Slice(segment(base, delta, () -> added), new BitSet()));
    }
    SortedMap<Integer, String> dead = new TreeMap<>();
    dead(version, before, overlay, layer.dead())
        .forEach((id, set) -> dead.put(id, Positions.text(set)));
    TableRows rows = rows(version, slices);
    Overlay next = new Overlay(dead, parts, left);
    return new Layered(
        next.isEmpty()
            ? new TableData(base.dataset(), base.version(), rows.liveCount())
            : new TableData(base.dataset(), base.version(), rows.liveCount(), next),
        rows);
  }

  /** The rows that a table has by an overlay, but for some; empty for none. */
  Optional<Rows> rows(State state, TableData data, BitSet dead, List<ColumnSpec> columns) {
    if (data.overlay() == null) {
      return Optional.empty();
    }
    TableRows all = state.rows();
    int first = all.start(state.version().fragments().size());
    int[] rows =
        IntStream.range(first, all.size())
            .filter(row -> all.isLive(row) && !dead.get(row))
            .toArray();
    return rows.length == 0
        ? Optional.empty()
        : Optional.of(
            new Rows(
                columns, columns.stream().map(spec -> all.take(spec, rows)).toList(), rows.length));
  }

  private TableRows rows(LanceVersion version, List<Slice> slices) {
    VectorSearch indexed = new IndexedVectors(lance, version);
    return new TableRows(slices, new OverlaidVectors(indexed, slices, version.fragments().size()));
  }

  private DeltaSegment segment(TableData data, Delta delta, Supplier<DeltaRows> reader) {
    String identity = lance.locate(data.dataset() + "/deltas/" + delta.commit());
    return cache.get(
        new CacheKey(identity, Form.DELTA, ""),
        DeltaSegment.class,
        () -> {
          DeltaRows rows = reader.get();
          if (rows.rows() != delta.rows()) {
            throw new DamagedGraphException(
                "commit %s has %s of table `%s` instead of %d"
                    .formatted(
                        delta.commit(),
                        Quantity.of(rows.rows(), "row"),
                        data.table(),
                        delta.rows()));
          }
          return new Cached(new DeltaSegment(identity, rows), MEMORY_COST * delta.bytes());
        });
  }

  private static SortedMap<Integer, BitSet> byFragment(
      LanceVersion version, TableRows rows, BitSet dead) {
    SortedMap<Integer, BitSet> byFragment = new TreeMap<>();
    for (int i = 0; i < version.fragments().size(); i++) {
      BitSet local = local(rows, i, dead);
      if (!local.isEmpty()) {
        byFragment.put(version.fragments().get(i).id(), local);
      }
    }
    return byFragment;
  }

  private static SortedMap<Integer, BitSet> dead(
      LanceVersion version, TableRows rows, Overlay overlay, BitSet dead) {
    SortedMap<Integer, BitSet> all = byFragment(version, rows, dead);
    overlay
        .dead()
        .keySet()
        .forEach(id -> all.computeIfAbsent(id, _ -> new BitSet()).or(overlay.deadIn(id)));
    return all;
  }

  private static BitSet local(TableRows rows, int slice, BitSet dead) {
    return dead.get(rows.start(slice), rows.start(slice + 1));
  }

  private static Slice without(TableRows rows, int slice, BitSet dead) {
    Slice before = rows.slices().get(slice);
    BitSet gone = local(rows, slice, dead);
    if (gone.isEmpty()) {
      return before;
    }
    gone.or(before.dead());
    return new Slice(before.segment(), gone);
  }

  private static boolean isAlive(Slice slice) {
    return slice.dead().cardinality() < slice.segment().rows();
  }
}
