package io.omnigraph.store.table;

import io.omnigraph.graph.snapshot.Adjacency;
import io.omnigraph.store.cache.CacheKey;
import io.omnigraph.store.cache.CacheKey.Form;
import io.omnigraph.store.cache.Cached;
import io.omnigraph.store.cache.FileCache;
import io.omnigraph.store.table.EdgeBase.Ends;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The adjacency of the tables of a graph. One base is kept for all states that share their large
 * files; it is made anew when a state differs from it by more than is worth layering.
 */
final class Adjacencies {

  /** Files with fewer rows, or a smaller share of all, do not decide which base a state has. */
  private static final int SMALL = 1024;

  private static final int SMALL_SHARE = 256;

  private final FileCache cache;

  Adjacencies(FileCache cache) {
    this.cache = cache;
  }

  /** Who is next to whom in a state of tables. */
  Adjacency of(Ends state, boolean isOutgoing) {
    if (state.edges().liveCount() == 0) {
      return SparseRows.of(new int[0], new int[0], 0);
    }
    CacheKey key =
        new CacheKey(
            large(state.edges()),
            Form.ADJACENCY,
            large(state.sources()) + "|" + large(state.targets()));
    EdgeBase base = cache.get(key, EdgeBase.class, () -> cached(EdgeBase.build(state.stored())));
    return base.at(state, isOutgoing).orElseGet(() -> rebuilt(key, base, state, isOutgoing));
  }

  private Adjacency rebuilt(CacheKey key, EdgeBase old, Ends state, boolean isOutgoing) {
    if (!state.isStored()) {
      return EdgeBase.build(state).rows(isOutgoing);
    }
    synchronized (old) {
      Optional<Adjacency> byOthers =
          cache.peek(key, EdgeBase.class).flatMap(base -> base.at(state, isOutgoing));
      if (byOthers.isPresent()) {
        return byOthers.get();
      }
      EdgeBase fresh = EdgeBase.build(state);
      cache.put(key, cached(fresh));
      return fresh.rows(isOutgoing);
    }
  }

  private static Cached cached(EdgeBase base) {
    return new Cached(base, base.bytes());
  }

  /** Names a table: the directory of its files, and those of them with most rows. */
  private static String large(TableRows rows) {
    TableRows stored = rows.stored();
    int least = Math.max(SMALL, stored.size() / SMALL_SHARE);
    return Stream.concat(
            stored.slices().stream().limit(1).map(slice -> directory(slice.segment())),
            stored.slices().stream()
                .map(TableRows.Slice::segment)
                .filter(segment -> segment.rows() >= least)
                .map(segment -> segment.identity().toString()))
        .collect(Collectors.joining(","));
  }

  private static String directory(Segment segment) {
    String file = segment.identity().toString();
    return file.substring(0, file.lastIndexOf('/') + 1);
  }
}
