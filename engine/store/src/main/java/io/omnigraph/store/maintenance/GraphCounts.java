package io.omnigraph.store.maintenance;

import io.omnigraph.graph.maintenance.GraphStats;
import io.omnigraph.graph.maintenance.GraphStats.TableStats;
import io.omnigraph.ground.storage.StoredFile;
import io.omnigraph.store.commit.CommitRecord;
import io.omnigraph.store.commit.GraphStore;
import io.omnigraph.store.commit.NamedStates;
import io.omnigraph.store.commit.TableEntry;
import io.omnigraph.store.commit.TableEntry.TableData;
import io.omnigraph.store.table.TableStore;
import io.omnigraph.store.table.TableStore.FragmentRows;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Counts what a graph consists of. */
final class GraphCounts {

  private final GraphStore store;
  private final TableStore tables;
  private final Map<String, Long> sizes = new HashMap<>();

  GraphCounts(GraphStore store, TableStore tables) {
    this.store = store;
    this.tables = tables;
  }

  GraphStats of(CommitRecord head) {
    NamedStates named = store.named();
    long all = 0;
    for (StoredFile file : store.storage().tree("")) {
      sizes.put(file.key(), file.bytes());
      all += file.bytes();
    }
    List<TableStats> counted = new ArrayList<>();
    head.tables().forEach((key, table) -> counted.add(table(key, table)));
    return new GraphStats(
        store.root(),
        head.branch(),
        head.version(),
        counted,
        Retention.everything(store, named).history().size(),
        named.branches().size(),
        named.tags().size(),
        all,
        tables.cacheBytes());
  }

  private TableStats table(String key, TableEntry table) {
    long stored = sum("tables/" + table.id() + "/");
    TableData data = table.data();
    if (data == null) {
      return new TableStats(key, 0, 0, 0, List.of(), 0, stored);
    }
    List<FragmentRows> fragments = tables.fragments(data);
    Set<String> indexes = tables.indexes(data).rows().keySet();
    var files = tables.files(data);
    long bytes =
        files.files().keySet().stream().mapToLong(file -> sizes.getOrDefault(file, 0L)).sum()
            + files.directories().stream().mapToLong(this::sum).sum();
    return new TableStats(
        key,
        data.rows(),
        fragments.stream().mapToLong(FragmentRows::dead).sum(),
        fragments.size(),
        indexes.stream().sorted().toList(),
        bytes,
        stored);
  }

  private long sum(String prefix) {
    return sizes.entrySet().stream()
        .filter(file -> file.getKey().startsWith(prefix))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }
}
