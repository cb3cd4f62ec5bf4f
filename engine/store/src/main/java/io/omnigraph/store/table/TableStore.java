package io.omnigraph.store.table;

import io.omnigraph.graph.World;
import io.omnigraph.graph.column.ColumnSpec;
import io.omnigraph.graph.snapshot.Adjacency;
import io.omnigraph.ground.storage.Storages;
import io.omnigraph.store.cache.CacheKey;
import io.omnigraph.store.cache.CacheKey.Form;
import io.omnigraph.store.cache.Cached;
import io.omnigraph.store.cache.FileCache;
import io.omnigraph.store.commit.DeltaRows;
import io.omnigraph.store.commit.GraphStore;
import io.omnigraph.store.commit.Overlay;
import io.omnigraph.store.commit.Positions;
import io.omnigraph.store.commit.TableEntry;
import io.omnigraph.store.commit.TableEntry.TableData;
import io.omnigraph.store.lance.Addition;
import io.omnigraph.store.lance.BuiltIndexes;
import io.omnigraph.store.lance.FragmentSink;
import io.omnigraph.store.lance.LanceChange;
import io.omnigraph.store.lance.LanceStore;
import io.omnigraph.store.lance.LanceVersion;
import io.omnigraph.store.lance.LanceVersion.LanceFragment;
import io.omnigraph.store.lance.Rows;
import io.omnigraph.store.lance.VersionFiles;
import io.omnigraph.store.lance.WantedIndex;
import io.omnigraph.store.table.TableRows.Slice;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The stored tables of a graph. Lance is loaded when the first table with rows is touched. States
 * of tables that were used lately are kept, so that snapshots which share a table share its rows
 * and its adjacency. Safe for use by several threads.
 */
public final class TableStore implements AutoCloseable {

  private static final int STATES_KEPT = 128;

  private final String root;
  private final World world;
  private final FileCache cache;
  private final WordFiles wordFiles;
  private final Map<StateKey, State> states = recent();
  private final Adjacencies adjacencies;
  private final DeltaReader deltas;
  private @Nullable LanceStore lance;

  /** The tables below a root. */
  public TableStore(String root, World world, FileCache cache) {
    this(root, world, cache, new GraphStore(Storages.open(root), world, cache)::delta);
  }

  /**
   * The tables below a root.
   *
   * @param deltas reads rows in records of commits
   */
  public TableStore(String root, World world, FileCache cache, DeltaReader deltas) {
    this.root = root;
    this.world = world;
    this.deltas = deltas;
    this.cache = cache;
    this.adjacencies = new Adjacencies(cache);
    this.wordFiles = new WordFiles(Storages.open(root, world.flush()));
  }

  /** The world around the tables. */
  public World world() {
    return world;
  }

  /** The bytes that tables of all graphs keep in memory together, roughly. */
  public long cacheBytes() {
    return cache.usedBytes();
  }

  /** A place for a new dataset of a table, where nothing is yet. */
  public String freshDataset(TableEntry table) {
    return "tables/" + table.id() + "/" + world.freshId();
  }

  /** Reads rows in records of commits. */
  @FunctionalInterface
  public interface DeltaReader {

    /** The rows of a table, by its id, in the record of a commit. */
    DeltaRows rows(String commit, String table);
  }

  /** The rows of a table. */
  public TableRows rows(@Nullable TableData data) {
    return data == null ? TableRows.none() : state(data).rows();
  }

  /** Who is next to whom along edges. */
  public Adjacency adjacency(
      TableRows edges, boolean outgoing, TableRows sources, TableRows targets) {
    return adjacencies.of(new EdgeBase.Ends(edges, sources, targets), outgoing);
  }

  /**
   * Writes a table with some rows gone and others added. Every file is flushed; nothing points to
   * them yet.
   *
   * @param base the table as it is; absent when nothing was ever written
   * @param dead rows of it to delete, by their number in {@link #rows}
   * @param added rows that come
   * @param target where rows go
   */
  public TableData write(
      @Nullable TableData base, BitSet dead, Optional<Addition> added, Target target) {
    if (base == null) {
      return kept(lance().create(target.fresh(), added.orElseThrow()));
    }
    Optional<Rows> overlaid = overlays().rows(state(base), base, dead, target.columns());
    if (overlaid.isEmpty() || added.isEmpty()) {
      return changed(base, dead, overlaid.<Addition>map(rows -> rows).or(() -> added));
    }
    TableData folded = changed(base, dead, overlaid.map(rows -> rows));
    return changed(folded, new BitSet(), added);
  }

  /**
   * Where rows go.
   *
   * @param fresh where a new dataset may be made
   * @param columns all of the table
   */
  public record Target(String fresh, List<ColumnSpec> columns) {

    public Target {
      columns = List.copyOf(columns);
    }
  }

  private TableData changed(TableData base, BitSet dead, Optional<Addition> added) {
    LanceChange change = change(base, dead, added);
    if (change.deleted().isEmpty() && added.isEmpty()) {
      return base.base();
    }
    LanceVersion written = lance().change(state(base).version(), change);
    rememberDeletions(state(base), change, written);
    return kept(written);
  }

  private TableData kept(LanceVersion written) {
    TableData data =
        new TableData(written.dataset(), String.valueOf(written.version()), written.liveRows());
    keep(StateKey.of(data), written);
    return data;
  }

  /**
   * Writes rows that no version has, for overlays to refer to. The file is flushed; nothing points
   * to it yet.
   *
   * @param dataset that of the version which the overlays are on
   */
  public Overlay.Part writePart(String dataset, Rows rows) {
    return part(lance().writeFile(dataset, rows));
  }

  /** The file that a version has and the one before it has not; there is exactly one. */
  public Overlay.Part addedPart(TableData before, TableData after) {
    List<String> known =
        state(before).version().fragments().stream().map(LanceFragment::file).toList();
    return state(after).version().fragments().stream()
        .filter(fragment -> !known.contains(fragment.file()))
        .map(TableStore::part)
        .findFirst()
        .orElseThrow();
  }

  /**
   * A table between two versions.
   *
   * @param dead rows of the base that it does not have, by their number in {@link #rows}
   * @param parts rows that it has besides
   * @param rows how many it has in all
   */
  public TableData overlaid(TableData base, BitSet dead, List<Overlay.Part> parts, long rows) {
    SortedMap<Integer, String> byFragment = new TreeMap<>();
    Overlays.byFragment(state(base), dead)
        .forEach((id, set) -> byFragment.put(id, Positions.text(set)));
    return byFragment.isEmpty() && parts.isEmpty()
        ? base
        : new TableData(base.dataset(), base.version(), rows, new Overlay(byFragment, parts));
  }

  /** A table with what a small transaction does to it. Nothing is written. */
  public Layered layered(TableData base, TableRows before, Layer layer) {
    State state = state(base);
    Layered layered = overlays().layered(state.version(), base, before, layer);
    keep(StateKey.of(layered.data()), new State(state.version(), layered.rows()));
    return layered;
  }

  /**
   * Begins to write rows to files of a dataset that nothing points to yet; {@link #write} takes
   * them.
   */
  public FragmentSink sink(String dataset, List<ColumnSpec> columns) {
    return lance().sink(dataset, columns);
  }

  /** What is needed to read a table. */
  public VersionFiles files(TableData data) {
    VersionFiles version = lance().files(data.dataset(), data.number());
    Overlay overlay = data.overlay();
    if (overlay == null) {
      return version;
    }
    SortedMap<String, Long> files = new TreeMap<>(version.files());
    overlay.parts().forEach(part -> files.putIfAbsent(part.file(), -1L));
    return new VersionFiles(files, version.directories());
  }

  /** The fragments of a table and how many of their rows are dead, in order. */
  public List<FragmentRows> fragments(TableData data) {
    return rows(data).slices().stream()
        .map(slice -> new FragmentRows(slice.segment().rows(), slice.dead().cardinality()))
        .toList();
  }

  /**
   * A fragment.
   *
   * @param rows in its file
   * @param dead those of them that the table does not have
   */
  public record FragmentRows(int rows, int dead) {}

  /** The indexes that a table has. */
  public BuiltIndexes indexes(TableData data) {
    return lance().indexes(state(data).version());
  }

  /** The number of live rows of a table with a value in a column, which its files have. */
  public long countValues(TableData data, ColumnSpec column) {
    return lance().countValues(state(data).version(), column);
  }

  /**
   * Builds indexes over a table. The rows stay as they are; every file is flushed, and nothing
   * points to them yet.
   */
  public TableData index(TableData base, List<WantedIndex> wanted) {
    LanceVersion indexed = lance().index(state(base).version(), wanted);
    TableData data =
        new TableData(indexed.dataset(), String.valueOf(indexed.version()), indexed.liveRows());
    keep(StateKey.of(data), indexed);
    return data;
  }

  /**
   * Writes the words of a column of texts to a file for each large segment that has none, so that
   * other processes need not read the texts. The table stays as it is.
   *
   * @return how many files were written
   */
  public int storeWords(TableData data, ColumnSpec column) {
    return (int)
        state(data).rows().slices().stream()
            .map(Slice::segment)
            .filter(s -> s instanceof StoredSegment stored && stored.storeWords(column))
            .count();
  }

  @Override
  public synchronized void close() {
    if (lance != null) {
      lance.close();
      lance = null;
    }
  }

  private LanceChange change(TableData base, BitSet dead, Optional<Addition> added) {
    return new LanceChange(Overlays.dead(state(base), base.overlaid(), dead), added);
  }

  private static Overlay.Part part(LanceFragment file) {
    BitSet all = new BitSet();
    all.set(0, file.rows());
    return new Overlay.Part(file.file(), file.rows(), Positions.text(all));
  }

  private State state(TableData data) {
    StateKey key = StateKey.of(data);
    synchronized (states) {
      State known = states.get(key);
      if (known != null) {
        return known;
      }
    }
    if (data.overlay() == null) {
      return keep(key, lance().version(data.dataset(), data.number()));
    }
    return keep(key, overlays().state(state(data.base()), data));
  }

  private State keep(StateKey key, LanceVersion version) {
    List<Slice> slices = new ArrayList<>();
    for (LanceFragment fragment : version.fragments()) {
      slices.add(
          new Slice(
              new StoredSegment(lance(), wordFiles, cache, fragment, version),
              deletions(version, fragment)));
    }
    return keep(
        key, new State(version, new TableRows(slices, new IndexedVectors(lance(), version))));
  }

  private State keep(StateKey key, State state) {
    synchronized (states) {
      State known = states.putIfAbsent(key, state);
      return known == null ? state : known;
    }
  }

  private BitSet deletions(LanceVersion version, LanceFragment fragment) {
    if (fragment.deletedRows() == 0) {
      return new BitSet();
    }
    Supplier<Cached> reader = () -> cached(lance().deletions(version, fragment));
    return cache.get(deletionsOf(fragment), BitSet.class, reader);
  }

  /** Spares readers the files of deleted rows that were written just now. */
  private void rememberDeletions(State base, LanceChange change, LanceVersion written) {
    Map<Integer, LanceFragment> now =
        written.fragments().stream()
            .collect(Collectors.toMap(LanceFragment::id, Function.identity()));
    List<LanceFragment> before = base.version().fragments();
    for (int i = 0; i < before.size(); i++) {
      BitSet deleted = change.deleted().get(before.get(i).id());
      LanceFragment left = now.get(before.get(i).id());
      if (deleted != null && left != null) {
        BitSet dead = (BitSet) base.rows().slices().get(i).dead().clone();
        dead.or(deleted);
        cache.put(deletionsOf(left), cached(dead));
      }
    }
  }

  private CacheKey deletionsOf(LanceFragment fragment) {
    return new CacheKey(lance().locate(fragment.deletions()), Form.DELETIONS, "");
  }

  private static Cached cached(BitSet dead) {
    return new Cached(dead, 64 + dead.size() / Byte.SIZE);
  }

  private Overlays overlays() {
    return new Overlays(lance(), wordFiles, cache, deltas);
  }

  private synchronized LanceStore lance() {
    LanceStore open = lance;
    if (open == null) {
      open = new LanceStore(root, world);
      lance = open;
    }
    return open;
  }

  private static <K, V> Map<K, V> recent() {
    return new LinkedHashMap<>(16, 0.75f, true) {
      private static final long serialVersionUID = 1L;

      @Override
      protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > STATES_KEPT;
      }
    };
  }

  private record StateKey(String dataset, String version, @Nullable Overlay overlay) {

    static StateKey of(TableData data) {
      return new StateKey(data.dataset(), data.version(), data.overlay());
    }
  }

  record State(LanceVersion version, TableRows rows) {}
}
