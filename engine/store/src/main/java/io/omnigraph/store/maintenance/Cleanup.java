package io.omnigraph.store.maintenance;

import io.omnigraph.graph.maintenance.CleanupReport;
import io.omnigraph.graph.maintenance.CleanupReport.TableCleanup;
import io.omnigraph.graph.maintenance.CleanupRequest;
import io.omnigraph.ground.fault.FaultPoints;
import io.omnigraph.ground.storage.Storage;
import io.omnigraph.ground.storage.StoredFile;
import io.omnigraph.store.commit.CommitRecord;
import io.omnigraph.store.commit.GraphFaults;
import io.omnigraph.store.commit.GraphStore;
import io.omnigraph.store.commit.TableEntry.TableData;
import io.omnigraph.store.lance.LanceStore;
import io.omnigraph.store.lance.VersionFiles;
import io.omnigraph.store.table.TableStore;
import io.omnigraph.store.table.WordFiles;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds out what no kept commit needs and removes it. What goes is written down first; then the
 * versions go and after them the files that only they had, so that a crash on the way leaves
 * nothing that looks whole and is not.
 */
final class Cleanup {

  private static final String TABLES = "tables";

  private final GraphStore store;
  private final TableStore tables;
  private final FaultPoints faults;
  private final Instant now;
  private final CleanupRequest request;
  private final Retention retention;
  private final Set<String> neededFiles = new HashSet<>();
  private final Set<String> neededDirectories = new HashSet<>();

  Cleanup(
      GraphStore store,
      TableStore tables,
      FaultPoints faults,
      Instant now,
      CleanupRequest request) {
    this.store = store;
    this.tables = tables;
    this.faults = faults;
    this.now = now;
    this.request = request;
    this.retention = Retention.of(store, request, now);
  }

  CleanupReport preview() {
    List<TableCleanup> rows = new ArrayList<>();
    doomed()
        .forEach(
            (key, files) -> rows.add(new TableCleanup(key, bytes(files), versions(files), null)));
    return report(rows);
  }

  CleanupReport run() {
    SortedMap<String, List<StoredFile>> doomed = doomed();
    var released =
        retention.given().stream()
            .map(CommitRecord::id)
            .collect(Collectors.toCollection(TreeSet::new));
    released.removeAll(store.releases().all());
    if (!released.isEmpty()) {
      store.releases().add(released, ChronoUnit.MICROS.between(Instant.EPOCH, now));
    }
    faults.reached(GraphFaults.CLEANUP_NOTED);
    List<TableCleanup> rows = new ArrayList<>();
    doomed.forEach((key, files) -> rows.add(remove(key, files)));
    removeCommits();
    faults.reached(GraphFaults.CLEANUP_DONE);
    return report(rows);
  }

  private TableCleanup remove(String key, List<StoredFile> files) {
    Storage storage = store.storage();
    try {
      storage.deleteAll(files.stream().map(StoredFile::key).filter(Cleanup::isManifest).toList());
      faults.reached(GraphFaults.CLEANUP_VERSIONS_REMOVED);
      storage.deleteAll(
          files.stream().map(StoredFile::key).filter(file -> !isManifest(file)).toList());
      return new TableCleanup(key, bytes(files), versions(files), null);
    } catch (UncheckedIOException e) {
      return new TableCleanup(key, 0, 0, e.getMessage());
    }
  }

  /** Removes commits that no branch and no tag leads to any more. */
  private void removeCommits() {
    store
        .storage()
        .deleteAll(
            store.storage().tree("commits").stream()
                .filter(this::isPastGrace)
                .filter(file -> !retention.history().containsKey(commitId(file.key())))
                .map(StoredFile::key)
                .toList());
  }

  /** The files that go, by the key of their table; every table of {@code main} is there. */
  private SortedMap<String, List<StoredFile>> doomed() {
    for (TableData data : data(retention.keptCommits())) {
      VersionFiles files = tables.files(data);
      neededFiles.addAll(files.files().keySet());
      neededDirectories.addAll(files.directories());
    }
    List<StoredFile> loose =
        store.storage().tree(TABLES).stream().filter(file -> !isNeeded(file.key())).toList();
    Set<String> given = loose.stream().allMatch(this::isPastGrace) ? Set.of() : givenFiles(loose);
    Map<String, String> keys = keys();
    SortedMap<String, List<StoredFile>> doomed = new TreeMap<>();
    store
        .head("main")
        .map(head -> head.commit().tables().keySet())
        .orElseThrow()
        .forEach(key -> doomed.put(key, new ArrayList<>()));
    for (StoredFile file : loose) {
      if (isPastGrace(file) || given.contains(file.key())) {
        String table = file.key().split("/", 3)[1];
        doomed
            .computeIfAbsent(keys.getOrDefault(table, TABLES + "/" + table), _ -> new ArrayList<>())
            .add(file);
      }
    }
    return doomed;
  }

  /** The files that commits had which are given up; they go however young they are. */
  private Set<String> givenFiles(List<StoredFile> loose) {
    Set<String> there = loose.stream().map(StoredFile::key).collect(Collectors.toSet());
    Set<String> given = new HashSet<>();
    for (TableData data : data(retention.given())) {
      if (there.contains(LanceStore.manifest(data.dataset(), data.number()))) {
        VersionFiles files = tables.files(data);
        given.addAll(files.files().keySet());
        for (String directory : files.directories()) {
          there.stream().filter(file -> file.startsWith(directory)).forEach(given::add);
        }
      }
    }
    return given;
  }

  private boolean isNeeded(String file) {
    if (neededFiles.contains(file)) {
      return true;
    }
    String[] parts = file.split("/", -1);
    if (parts.length < 5) {
      return false;
    }
    String dataset = String.join("/", List.of(parts).subList(0, 3));
    return switch (parts[3]) {
      case WordFiles.DIRECTORY ->
          neededFiles.contains(dataset + "/data/" + WordFiles.dataFile(parts[4]));
      case "_indices" -> neededDirectories.contains(dataset + "/_indices/" + parts[4] + "/");
      default -> false;
    };
  }

  private boolean isPastGrace(StoredFile file) {
    return !file.changed().plus(request.grace()).isAfter(now);
  }

  private Set<TableData> data(Collection<CommitRecord> commits) {
    Set<String> destroyed = retention.destroyed();
    return commits.stream()
        .flatMap(commit -> commit.tables().values().stream())
        .flatMap(table -> Stream.ofNullable(table.data()))
        .filter(data -> !destroyed.contains(data.dataset()) || isThere(data))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private boolean isThere(TableData data) {
    return store.storage().exists(LanceStore.manifest(data.dataset(), data.number()));
  }

  /** The keys of tables by their ids, the newest name of each. */
  private Map<String, String> keys() {
    Map<String, String> keys = new HashMap<>();
    for (CommitRecord commit : retention.history().values()) {
      commit.tables().forEach((key, table) -> keys.putIfAbsent(table.id(), key));
    }
    return keys;
  }

  private CleanupReport report(List<TableCleanup> rows) {
    Duration olderThan = request.olderThan();
    return new CleanupReport(
        store.root(), request.keep(), olderThan == null ? null : olderThan.toSeconds(), rows);
  }

  private static String commitId(String key) {
    return key.substring(key.lastIndexOf('/') + 1).replace(".json", "");
  }

  private static boolean isManifest(String key) {
    return key.contains("/_versions/");
  }

  private static long bytes(List<StoredFile> files) {
    return files.stream().mapToLong(StoredFile::bytes).sum();
  }

  private static long versions(List<StoredFile> files) {
    return files.stream().filter(file -> isManifest(file.key())).count();
  }
}
