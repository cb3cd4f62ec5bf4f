package io.omnigraph.graph.table;

import io.omnigraph.graph.column.ColumnSpec;
import io.omnigraph.graph.column.InMemory;
import io.omnigraph.graph.lance.LanceStore;
import io.omnigraph.graph.lance.LanceVersion.LanceFragment;
import io.omnigraph.graph.snapshot.Column;
import io.omnigraph.graph.table.SegmentCache.CacheKey;
import io.omnigraph.graph.table.SegmentCache.Cached;
import io.omnigraph.graph.text.WordIndex;
import java.util.List;
import java.util.Map;

/** The rows of a Lance fragment. Everything is read on first use and kept in the cache. */
final class StoredSegment implements Segment {

  private static final long BYTES_PER_LOOKUP_ROW = 64;

  private final LanceStore lance;
  private final SegmentCache cache;
  private final LanceFragment fragment;
  private final String identity;

  StoredSegment(LanceStore lance, SegmentCache cache, LanceFragment fragment) {
    this.lance = lance;
    this.cache = cache;
    this.fragment = fragment;
    this.identity = lance.locate(fragment.file());
  }

  /** The number of the fragment in its dataset. */
  int fragmentId() {
    return fragment.id();
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
        "column " + spec.name(),
        Column.class,
        () -> {
          Column column = lance.read(fragment, spec);
          return new Cached(column, column instanceof InMemory arrays ? arrays.bytes() : 0);
        });
  }

  @Override
  public WordIndex words(ColumnSpec spec) {
    return cached(
        "words " + spec.name(),
        WordIndex.class,
        () -> {
          WordIndex index = Segment.super.words(spec);
          return new Cached(index, index.bytes());
        });
  }

  @Override
  public int find(String id) {
    return cached(
            "ids",
            Lookups.Ids.class,
            () -> {
              var ids = new Lookups.Ids((Column.Texts) column(ColumnSpec.ID), rows());
              return new Cached(ids, ids.bytes());
            })
        .find(id);
  }

  @Override
  @SuppressWarnings("unchecked") // the key names what the map is of
  public Map<String, int[]> rowsByNode(ColumnSpec end) {
    return cached(
        "nodes " + end.name(),
        Map.class,
        () -> lookup(Lookups.byNode((Column.Texts) column(end), rows())));
  }

  @Override
  @SuppressWarnings("unchecked") // the key names what the map is of
  public Map<List<Object>, Integer> rowsByTuple(List<ColumnSpec> columns) {
    String names = String.join(" ", columns.stream().map(ColumnSpec::name).toList());
    return cached(
        "tuples " + names,
        Map.class,
        () -> lookup(Lookups.byTuple(columns.stream().map(this::column).toList(), rows())));
  }

  private Cached lookup(Map<?, ?> map) {
    return new Cached(map, 64 + BYTES_PER_LOOKUP_ROW * rows());
  }

  private <T> T cached(String what, Class<T> type, java.util.function.Supplier<Cached> reader) {
    return cache.get(new CacheKey(identity, what), type, reader);
  }
}
