package io.omnigraph.store.table;

import io.omnigraph.graph.column.ColumnBuilder;
import io.omnigraph.graph.column.ColumnSpec;
import io.omnigraph.graph.column.InMemory;
import io.omnigraph.graph.snapshot.Column;
import io.omnigraph.graph.snapshot.RowFilter;
import io.omnigraph.graph.text.WordIndex;
import io.omnigraph.store.cache.CacheKey;
import io.omnigraph.store.cache.CacheKey.Form;
import io.omnigraph.store.cache.Cached;
import io.omnigraph.store.cache.FileCache;
import io.omnigraph.store.lance.LanceStore;
import io.omnigraph.store.lance.LanceVersion;
import io.omnigraph.store.lance.LanceVersion.LanceFragment;
import io.omnigraph.store.lance.ScanFilter;
import io.omnigraph.values.text.TextBytes;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The rows of a data file. Everything is read on first use and kept in the cache. */
final class StoredSegment implements Segment {

  /** Bytes below which a column is read as a whole whatever is wanted of it. */
  private static final long FEW_BYTES = 1 << 17;

  private static final int USUAL_WIDTH = 16;

  /** Rows below which reading a column costs less than asking Lance about it. */
  private static final int SOME_ROWS = 50_000;

  /** How many single ids are looked for in the file before all of them are read. */
  private static final int SINGLE_IDS = 2;

  /** One wanted row among so many makes it worth while to read all. */
  private static final int SPARSE = 16;

  private final LanceStore lance;
  private final WordFiles wordFiles;
  private final FileCache cache;
  private final LanceFragment fragment;
  private final @Nullable LanceVersion version;
  private final String identity;

  /**
   * The rows of a data file.
   *
   * @param version that has the fragment; absent when none has, so that only the file can be read
   */
  StoredSegment(
      LanceStore lance,
      WordFiles wordFiles,
      FileCache cache,
      LanceFragment fragment,
      @Nullable LanceVersion version) {
    this.lance = lance;
    this.wordFiles = wordFiles;
    this.cache = cache;
    this.fragment = fragment;
    this.version = version;
    this.identity = lance.locate(fragment.file());
  }

  /** The file of the fragment, with the root of its graph. */
  @Override
  public String identity() {
    return identity;
  }

  @Override
  public int rows() {
    return fragment.rows();
  }

  @Override
  public Column column(ColumnSpec spec) {
    return cached(
        Form.COLUMN,
        spec.name(),
        Column.class,
        () -> {
          Column column = lance.read(fragment, spec);
          return new Cached(column, column instanceof InMemory arrays ? arrays.bytes() : 0);
        });
  }

  @Override
  public WordIndex words(ColumnSpec spec) {
    return cached(
        Form.WORDS,
        spec.name(),
        WordIndex.class,
        () -> {
          WordIndex index =
              wordFiles.read(fragment, spec).orElseGet(() -> Segment.super.words(spec));
          return new Cached(index, index.bytes());
        });
  }

  /** Writes the words of a column to a file unless there is one, and says whether it did. */
  boolean storeWords(ColumnSpec spec) {
    return wordFiles.isDue(fragment, spec) && wordFiles.write(fragment, spec, words(spec));
  }

  @Override
  public boolean isWarm(ColumnSpec spec) {
    return cache.peek(key(Form.COLUMN, spec.name()), Column.class).isPresent();
  }

  @Override
  public Column take(ColumnSpec spec, int[] rows) {
    long width = Math.max(USUAL_WIDTH, (long) Float.BYTES * spec.type().dimension());
    boolean isLarge = width * fragment.rows() > FEW_BYTES;
    if (isLarge && rows.length < fragment.rows() / SPARSE && !isWarm(spec)) {
      return lance.read(fragment, spec, rows);
    }
    Column all = column(spec);
    ColumnBuilder taken = new ColumnBuilder(spec.type(), rows.length);
    for (int i = 0; i < rows.length; i++) {
      taken.copy(i, all, rows[i]);
    }
    return taken.build();
  }

  @Override
  public int[] select(RowFilter filter, Function<String, ColumnSpec> columns) {
    List<ColumnSpec> cold =
        filter.properties().map(columns).distinct().filter(spec -> !isWarm(spec)).toList();
    return (cold.isEmpty() ? Optional.<int[]>empty() : scanned(filter, columns, cold))
        .orElseGet(() -> Segment.super.select(filter, columns));
  }

  /** What Lance finds; empty where it is not asked because the columns are better read. */
  private Optional<int[]> scanned(
      RowFilter filter, Function<String, ColumnSpec> columns, List<ColumnSpec> cold) {
    if (version == null || fragment.rows() < SOME_ROWS) {
      return Optional.empty();
    }
    LanceVersion asked = version;
    int most =
        cold.stream().mapToInt(spec -> cache.asked(key(Form.COLUMN, spec.name()))).max().orElse(0);
    return most > 1
        ? Optional.empty()
        : ScanFilter.sql(filter, columns)
            .flatMap(sql -> {
              List<ColumnSpec> named = filter.properties().map(columns).distinct().toList();
              return lance.select(asked, fragment, sql, named);
            });
  }

  @Override
  public int find(byte[] id, int hash, BitSet dead) {
    if (version != null
        && fragment.rows() >= SOME_ROWS
        && warmIds().isEmpty()
        && cache.asked(key(Form.IDS, "")) <= SINGLE_IDS) {
      String sql = ScanFilter.equal(ColumnSpec.ID, TextBytes.text(id, 0, id.length));
      return lance
          .select(version, fragment, sql, List.of(ColumnSpec.ID))
          .flatMap(rows -> Arrays.stream(rows).filter(row -> !dead.get(row)).boxed().findFirst())
          .orElse(-1);
    }
    return ids().find(id, hash, dead);
  }

  @Override
  public Optional<IdLookup> warmIds() {
    return cache.peek(key(Form.IDS, ""), IdLookup.class);
  }

  @Override
  public IdLookup ids() {
    return cached(
        Form.IDS,
        "",
        IdLookup.class,
        () -> {
          IdLookup lookup = new IdLookup((Column.Texts) column(ColumnSpec.ID), rows());
          return new Cached(lookup, lookup.bytes());
        });
  }

  @Override
  public NodeLookup atNodes(ColumnSpec end) {
    return cached(
        Form.NODES,
        end.name(),
        NodeLookup.class,
        () -> {
          NodeLookup lookup = new NodeLookup((Column.Texts) column(end), rows());
          return new Cached(lookup, lookup.bytes());
        });
  }

  @Override
  public TupleLookup tuples(List<ColumnSpec> columns) {
    return cached(
        Form.TUPLES,
        String.join(" ", columns.stream().map(ColumnSpec::name).toList()),
        TupleLookup.class,
        () -> {
          TupleLookup lookup = new TupleLookup(columns.stream().map(this::column).toList(), rows());
          return new Cached(lookup, lookup.bytes());
        });
  }

  private CacheKey key(Form form, String name) {
    return new CacheKey(identity, form, name);
  }

  private <T> T cached(Form form, String name, Class<T> type, Supplier<Cached> reader) {
    return cache.get(key(form, name), type, reader);
  }
}
