package io.omnigraph.store.maintenance;

import io.omnigraph.graph.DamagedGraphException;
import io.omnigraph.graph.maintenance.CleanupRequest;
import io.omnigraph.ground.storage.StoredFile;
import io.omnigraph.store.commit.CommitRecord;
import io.omnigraph.store.commit.GraphStore;
import io.omnigraph.store.commit.NamedStates;
import io.omnigraph.store.commit.TableEntry.TableData;
import io.omnigraph.store.lance.LanceStore;
import io.omnigraph.store.table.TableStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Finds out what a cleanup may remove: first makes a plan, from one reading of the graph, and then
 * takes from it what a later reading needs. Changes nothing.
 */
final class CleanupLook {

  private final GraphStore store;
  private final Residents residents;
  private final CleanupRequest request;
  private final Instant now;
  private final Needs needs;

  CleanupLook(
      GraphStore store,
      TableStore tables,
      Residents residents,
      CleanupRequest request,
      Instant now) {
    this.store = store;
    this.residents = residents;
    this.request = request;
    this.now = now;
    this.needs = new Needs(store, tables);
  }

  /** What could go, as far as a first look can tell. */
  CleanupPlan plan() {
    NamedStates named = store.named();
    Retention retention =
        Retention.of(store, named, residents.pins().of(store.root()), request, now);
    need(retention, named, retention.keptCommits());
    List<StoredFile> loose =
        store.storage().tree("tables").stream()
            .filter(file -> !needs.contains(file.key()))
            .toList();
    List<StoredFile> records = store.storage().tree("commits");
    Optional<Instant> openSince = OpenWrites.oldest(store.storage(), now);
    Set<String> given = givenFiles(retention, loose);
    SortedMap<String, List<StoredFile>> doomed = new TreeMap<>();
    store
        .head(named.main())
        .commit()
        .tables()
        .keySet()
        .forEach(key -> doomed.put(key, new ArrayList<>()));
    Map<String, String> names = names(retention);
    for (StoredFile file : loose) {
      if (isResidue(file, openSince) || given.contains(file.key())) {
        doomed
            .computeIfAbsent(CleanupPlan.tableKey(names, file.key()), _ -> new ArrayList<>())
            .add(file);
      }
    }
    SortedMap<String, StoredFile> stray = new TreeMap<>();
    records.stream()
        .filter(file -> isResidue(file, openSince))
        .filter(file -> !retention.history().containsKey(commitId(file.key())))
        .forEach(file -> stray.put(commitId(file.key()), file));
    SortedMap<String, CommitRecord> givenUp = new TreeMap<>();
    retention.given().forEach(commit -> givenUp.put(commit.id(), commit));
    return new CleanupPlan(doomed, givenUp, stray);
  }

  /**
   * What may go of a plan, as the graph is now: nothing that a branch, a tag, a reader or a commit
   * that has come since needs.
   *
   * @param taken the commits of the plan that no reader of this process can get any more
   */
  CleanupPlan confirmed(CleanupPlan plan, Set<String> taken) {
    NamedStates named = store.named();
    Set<String> pinned =
        plan.given().keySet().stream()
            .filter(id -> !taken.contains(id))
            .collect(Collectors.toSet());
    Retention retention = Retention.of(store, named, pinned, request, now);
    Set<String> kept = retention.kept();
    need(
        retention,
        named,
        retention.history().values().stream()
            .filter(commit -> !plan.given().containsKey(commit.id()) || kept.contains(commit.id()))
            .toList());
    return plan.without(needs::contains, kept::contains, retention.history()::containsKey);
  }

  /** Adds what commits need, and makes sure that it is known for all that have a name. */
  private void need(Retention retention, NamedStates named, Collection<CommitRecord> commits) {
    Set<String> names = named.commits();
    Set<String> destroyed = retention.destroyed();
    for (CommitRecord commit : commits) {
      List<String> missing =
          needs.add(commit).stream()
              .filter(file -> destroyed.stream().noneMatch(gone -> file.startsWith(gone + "/")))
              .toList();
      // Asked last: another cleanup may have given the commit up after it was read.
      if (!missing.isEmpty()
          && names.contains(commit.id())
          && !store.releases().contains(commit.id())) {
        throw new DamagedGraphException(
            "nothing is cleaned up while commit %s is damaged, which a branch or a tag names: file `%s` is missing; run `omnigraph repair`"
                .formatted(commit.id(), missing.getFirst()));
      }
    }
  }

  /** The files that commits had which are given up; they go however young they are. */
  private Set<String> givenFiles(Retention retention, List<StoredFile> loose) {
    Set<String> there = loose.stream().map(StoredFile::key).collect(Collectors.toSet());
    Set<String> given = new HashSet<>();
    for (CommitRecord commit : retention.given()) {
      for (var table : commit.tables().values()) {
        TableData data = table.data();
        if (data != null && there.contains(LanceStore.manifest(data.dataset(), data.number()))) {
          needs
              .of(data)
              .ifPresent(files -> {
                given.addAll(files.files().keySet());
                data.overlaid().parts().forEach(part -> given.add(part.file()));
                for (String directory : files.directories()) {
                  there.stream().filter(file -> file.startsWith(directory)).forEach(given::add);
                }
              });
        }
      }
    }
    return given;
  }

  /** Whether a file that nothing needs is old enough to be no part of a write under way. */
  private boolean isResidue(StoredFile file, Optional<Instant> openSince) {
    return !file.changed().plus(request.grace()).isAfter(now)
        && openSince.map(begun -> file.changed().isBefore(begun)).orElse(true);
  }

  /** The keys of tables by their ids, the newest name of each. */
  private static Map<String, String> names(Retention retention) {
    Map<String, String> names = new HashMap<>();
    for (CommitRecord commit : retention.history().values()) {
      commit.tables().forEach((key, table) -> names.putIfAbsent(table.id(), key));
    }
    return names;
  }

  private static String commitId(String key) {
    return key.substring(key.lastIndexOf('/') + 1).replace(".json", "");
  }
}
