package io.omnigraph.store.maintenance;

import io.omnigraph.graph.DamagedGraphException;
import io.omnigraph.graph.column.ColumnSpec;
import io.omnigraph.ground.Quantity;
import io.omnigraph.ground.storage.StoredFile;
import io.omnigraph.store.commit.CommitRecord;
import io.omnigraph.store.commit.GraphStore;
import io.omnigraph.store.commit.NamedStates;
import io.omnigraph.store.commit.TableEntry;
import io.omnigraph.store.commit.TableEntry.TableData;
import io.omnigraph.store.lance.LanceStore;
import io.omnigraph.store.lance.VersionFiles;
import io.omnigraph.store.table.TableRows;
import io.omnigraph.store.table.TableStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Whether what a commit says is there is there: the schema with its digest, every file with its
 * size, and the ids of all rows, which are read. Each table is looked at once. The files are listed
 * after the branches were read, so that whatever a branch needed then is listed.
 */
final class Soundness {

  private final GraphStore store;
  private final TableStore tables;
  private final Map<String, Long> sizes = new HashMap<>();
  private final Map<TableData, List<String>> known = new HashMap<>();
  private final Set<String> named = new TreeSet<>();
  private final Set<String> destroyed;

  Soundness(GraphStore store, TableStore tables, NamedStates named) {
    this.store = store;
    this.tables = tables;
    this.named.addAll(named.commits());
    this.destroyed = destroyed(named);
    for (StoredFile file : store.storage().tree("tables")) {
      sizes.put(file.key(), file.bytes());
    }
  }

  private Set<String> destroyed(NamedStates states) {
    try {
      return store.head(states.main()).commit().destroyed();
    } catch (DamagedGraphException _) {
      // Whoever looks at the branch reports it.
      return Set.of();
    }
  }

  /** What is wrong with a commit, by the keys of its tables; {@code schema} for the schema. */
  SortedMap<String, List<String>> problems(CommitRecord commit) {
    SortedMap<String, List<String>> problems = new TreeMap<>();
    try {
      String schema = store.schema(commit.schemaDigest());
      if (schema.isBlank()) {
        problems.put("schema", List.of("the schema of commit " + commit.id() + " is empty"));
      }
    } catch (DamagedGraphException e) {
      problems.put("schema", List.of(String.valueOf(e.getMessage())));
    }
    commit
        .tables()
        .forEach((key, table) -> {
          List<String> found = problems(commit, table);
          if (!found.isEmpty()) {
            problems.put(key, found);
          }
        });
    return problems;
  }

  private List<String> problems(CommitRecord commit, TableEntry table) {
    TableData data = table.data();
    if (data == null || isDestroyed(commit, data)) {
      return List.of();
    }
    return known.computeIfAbsent(data, this::problems);
  }

  private boolean isDestroyed(CommitRecord commit, TableData data) {
    return !named.contains(commit.id()) && destroyed.contains(data.dataset());
  }

  private List<String> problems(TableData data) {
    String manifest = LanceStore.manifest(data.dataset(), data.number());
    if (!sizes.containsKey(manifest)) {
      return List.of("file `%s` is missing".formatted(manifest));
    }
    try {
      List<String> problems = new ArrayList<>();
      VersionFiles files = tables.files(data);
      files
          .files()
          .forEach((file, bytes) -> {
            Long found = sizes.get(file);
            if (found == null) {
              problems.add("file `%s` is missing".formatted(file));
            } else if (bytes >= 0 && !found.equals(bytes)) {
              problems.add(
                  "file `%s` has %s instead of %d"
                      .formatted(file, Quantity.of(found, "byte"), bytes));
            }
          });
      return problems.isEmpty() ? rowProblems(data) : problems;
    } catch (RuntimeException e) {
      return List.of("`%s` cannot be read: %s".formatted(manifest, e.getMessage()));
    }
  }

  private List<String> rowProblems(TableData data) {
    TableRows rows = tables.rows(data);
    if (rows.liveCount() != data.rows()) {
      return List.of(
          "`%s` has %s instead of %d"
              .formatted(data.dataset(), Quantity.of(rows.liveCount(), "row"), data.rows()));
    }
    boolean isBlank = rows.liveCount() > 0 && rows.live(ColumnSpec.ID).isNull(0);
    return isBlank ? List.of("`%s` has rows without ids".formatted(data.dataset())) : List.of();
  }
}
