package io.omnigraph.store.table;

import io.omnigraph.graph.column.ColumnSpec;
import io.omnigraph.store.lance.LanceStore;
import io.omnigraph.store.lance.LanceVersion;
import io.omnigraph.store.lance.LanceVersion.LanceFragment;
import io.omnigraph.store.lance.NearVectors;
import io.omnigraph.store.lance.WantedIndex;
import io.omnigraph.store.lance.WantedIndex.Kind;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The vector indexes of a version, and the rows that they find. Safe for use by several threads.
 */
final class IndexedVectors implements VectorSearch {

  /** The share of an index that is looked through: more finds more of the true nearest. */
  private static final double PROBED_SHARE = 0.125;

  private static final int LEAST_PROBES = 16;

  private final LanceStore lance;
  private final LanceVersion version;
  private @Nullable Set<String> indexes;

  IndexedVectors(LanceStore lance, LanceVersion version) {
    this.lance = lance;
    this.version = version;
  }

  @Override
  public Optional<int[]> nearest(ColumnSpec column, float[] query, int count) {
    if (!indexes().contains(new WantedIndex(column, Kind.NEAREST, 0).name())) {
      return Optional.empty();
    }
    Map<Integer, Integer> starts = new HashMap<>();
    int start = 0;
    for (LanceFragment fragment : version.fragments()) {
      starts.put(fragment.id(), start);
      start += fragment.rows();
    }
    long[] found = lance.nearest(version, new NearVectors(column, query, count, probes()));
    return Optional.of(
        Arrays.stream(found)
            .mapToInt(at -> starts.getOrDefault((int) (at >>> 32), 0) + (int) at)
            .sorted()
            .toArray());
  }

  /** An index has about as many parts as the square root of its rows. */
  private int probes() {
    double parts = Math.sqrt((double) version.liveRows());
    return Math.max(LEAST_PROBES, (int) (parts * PROBED_SHARE));
  }

  private synchronized Set<String> indexes() {
    if (indexes == null) {
      indexes = lance.indexes(version).rows().keySet();
    }
    return indexes;
  }
}
