package io.omnigraph.store.maintenance;

import io.omnigraph.ground.storage.StoredFile;
import io.omnigraph.store.commit.CommitRecord;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * What a cleanup would like to remove.
 *
 * @param files of tables, by the key of their table; every table of {@code main} is there
 * @param given commits whose rows are given up
 * @param stray the records of commits that nothing leads to, by the ids of the commits
 */
record CleanupPlan(
    SortedMap<String, List<StoredFile>> files,
    SortedMap<String, CommitRecord> given,
    SortedMap<String, StoredFile> stray) {

  CleanupPlan {
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    given = Collections.unmodifiableSortedMap(new TreeMap<>(given));
    stray = Collections.unmodifiableSortedMap(new TreeMap<>(stray));
  }

  /** The same without what turned out to be needed. */
  CleanupPlan without(
      Predicate<String> isNeededFile, Predicate<String> isKept, Predicate<String> isLedTo) {
    SortedMap<String, List<StoredFile>> fewerFiles = new TreeMap<>();
    files.forEach((key, doomed) ->
        fewerFiles.put(
            key, doomed.stream().filter(file -> !isNeededFile.test(file.key())).toList()));
    SortedMap<String, CommitRecord> fewer = new TreeMap<>(given);
    fewer.keySet().removeIf(isKept);
    SortedMap<String, StoredFile> fewerStray = new TreeMap<>(stray);
    fewerStray.keySet().removeIf(isLedTo);
    return new CleanupPlan(fewerFiles, fewer, fewerStray);
  }

  /** Every commit that will not be there as it was. */
  SortedSet<String> commits() {
    SortedSet<String> commits = new TreeSet<>(given.keySet());
    commits.addAll(stray.keySet());
    return commits;
  }

  /** The keys of all files of tables. */
  List<String> keys() {
    List<String> keys = new ArrayList<>();
    files.values().forEach(doomed -> doomed.forEach(file -> keys.add(file.key())));
    return keys;
  }

  /** Whether nothing would change. */
  boolean isEmpty(SortedSet<String> released) {
    return keys().isEmpty() && stray.isEmpty() && released.containsAll(given.keySet());
  }

  /** The names that tables have in commits by the ids of the tables. */
  static String tableKey(Map<String, String> names, String file) {
    String table = file.split("/", 3)[1];
    return names.getOrDefault(table, "tables/" + table);
  }
}
