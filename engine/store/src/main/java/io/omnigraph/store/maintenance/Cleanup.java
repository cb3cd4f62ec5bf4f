package io.omnigraph.store.maintenance;

import io.omnigraph.graph.failure.OvertakenException;
import io.omnigraph.graph.maintenance.CleanupReport;
import io.omnigraph.graph.maintenance.CleanupReport.TableCleanup;
import io.omnigraph.graph.maintenance.CleanupRequest;
import io.omnigraph.ground.fault.FaultPoints;
import io.omnigraph.ground.storage.Storage;
import io.omnigraph.ground.storage.StoredFile;
import io.omnigraph.store.commit.GraphFaults;
import io.omnigraph.store.commit.GraphStore;
import io.omnigraph.store.commit.Releases;
import io.omnigraph.store.table.TableStore;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Removes what no kept commit needs, beside writers of this and other processes.
 *
 * <ol>
 *   <li>A plan is made from one reading of the graph, and noted.
 *   <li>Every branch is marked, so that every swap fails that was begun before the note.
 *   <li>Branches and tags are read again, and whatever is new is kept with all that it needs.
 *   <li>What is left of the plan is confirmed in the note; then the versions go, and after them the
 *       files that only they had, so that a crash on the way leaves nothing that looks whole and is
 *       not.
 * </ol>
 *
 * <p>So a write is either seen by the second reading, or it begins after the note and writes files
 * that the plan does not know. None of this depends on clocks.
 */
final class Cleanup {

  private static final int ATTEMPTS = 5;

  private final GraphStore store;
  private final TableStore tables;
  private final Residents residents;
  private final FaultPoints faults;
  private final Instant now;
  private final CleanupRequest request;

  Cleanup(StoredMaintenance.Parts parts, CleanupRequest request) {
    this.store = parts.store();
    this.tables = parts.tables();
    this.residents = parts.residents();
    this.faults = parts.faults();
    this.now = store.world().now();
    this.request = request;
  }

  CleanupReport preview() {
    List<TableCleanup> rows = new ArrayList<>();
    look().plan().files().forEach((key, files) -> rows.add(row(key, files)));
    return report(rows);
  }

  CleanupReport run() {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Optional<CleanupReport> report = attempt();
      if (report.isPresent()) {
        return report.get();
      }
    }
    throw new OvertakenException("other cleanups of the graph run; this one has removed nothing");
  }

  /** Empty when another cleanup has withdrawn the plan of this one, and nothing was removed. */
  private Optional<CleanupReport> attempt() {
    Releases releases = store.releases();
    releases.withdrawPlans();
    CleanupLook look = look();
    CleanupPlan plan = look.plan();
    if (plan.isEmpty(releases.all())) {
      return Optional.of(removed(plan));
    }
    Releases.Plan note =
        releases.plan(plan.commits(), plan.keys(), ChronoUnit.MICROS.between(Instant.EPOCH, now));
    faults.reached(GraphFaults.CLEANUP_PLANNED);
    CleanupPlan confirmed;
    try (Pins.Taking taken = residents.pins().take(store.root(), plan.given().keySet())) {
      String mark = store.world().freshId();
      store.branches().forEach(branch -> store.mark(branch, mark));
      faults.reached(GraphFaults.CLEANUP_MARKED);
      confirmed = look.confirmed(plan, taken.commits());
      if (!releases.confirm(note, confirmed.commits(), confirmed.keys())) {
        return Optional.empty();
      }
    }
    faults.reached(GraphFaults.CLEANUP_NOTED);
    CleanupReport report = removed(confirmed);
    releases.finish(note);
    faults.reached(GraphFaults.CLEANUP_DONE);
    return Optional.of(report);
  }

  private CleanupReport removed(CleanupPlan plan) {
    List<TableCleanup> rows = new ArrayList<>();
    plan.files().forEach((key, files) -> rows.add(remove(key, files)));
    // Removes commits that no branch and no tag leads to any more.
    store.storage().deleteAll(plan.stray().values().stream().map(StoredFile::key).toList());
    OpenWrites.forgetSilent(store.storage(), now);
    return report(rows);
  }

  private TableCleanup remove(String key, List<StoredFile> files) {
    Storage storage = store.storage();
    try {
      storage.deleteAll(files.stream().map(StoredFile::key).filter(Cleanup::isManifest).toList());
      faults.reached(GraphFaults.CLEANUP_VERSIONS_REMOVED);
      storage.deleteAll(
          files.stream().map(StoredFile::key).filter(file -> !isManifest(file)).toList());
      return row(key, files);
    } catch (UncheckedIOException e) {
      return new TableCleanup(key, 0, 0, e.getMessage());
    }
  }

  private CleanupLook look() {
    return new CleanupLook(store, tables, residents, request, now);
  }

  private CleanupReport report(List<TableCleanup> rows) {
    Duration olderThan = request.olderThan();
    return new CleanupReport(
        store.root(), request.keep(), olderThan == null ? null : olderThan.toSeconds(), rows);
  }

  private static TableCleanup row(String key, List<StoredFile> files) {
    long bytes = files.stream().mapToLong(StoredFile::bytes).sum();
    long versions = files.stream().filter(file -> isManifest(file.key())).count();
    return new TableCleanup(key, bytes, versions, null);
  }

  private static boolean isManifest(String key) {
    return key.contains("/_versions/");
  }
}
