package io.omnigraph.store.schema;

import io.omnigraph.graph.DamagedGraphException;
import io.omnigraph.graph.live.LiveSchema;
import io.omnigraph.ground.fault.FaultPoints;
import io.omnigraph.schema.catalog.Schema;
import io.omnigraph.schema.migration.Migration;
import io.omnigraph.schema.migration.MigrationPlanner;
import io.omnigraph.schema.migration.MigrationStep.DropMode;
import io.omnigraph.schema.migration.SchemaPlan;
import io.omnigraph.schema.migration.SchemaPlan.BranchPlan;
import io.omnigraph.store.cache.FileCache;
import io.omnigraph.store.commit.CommitRecord;
import io.omnigraph.store.commit.GraphFaults;
import io.omnigraph.store.commit.GraphStore;
import io.omnigraph.store.commit.Head;
import io.omnigraph.store.commit.Schemas;
import io.omnigraph.store.commit.TableEntry;
import io.omnigraph.store.schema.BranchMigration.Wanted;
import io.omnigraph.store.table.TableStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The schema of a graph as it was when it was opened, and the way to the next one.
 *
 * <p>An apply takes no lock. Every branch gets its commit by the swap of its ref, {@code main}
 * after all others: whoever finds the old schema on {@code main} applies again, and branches that
 * have the new one already are left alone.
 */
final class GraphSchema implements LiveSchema {

  private static final String MAIN = "main";
  private static final int ATTEMPTS = 10;

  private final GraphStore store;
  private final FaultPoints faults;
  private final CommitRecord opened;
  private final Schemas schemas;
  private final TableStore tables;
  private final Map<PlanKey, Migration> planned = new HashMap<>();

  GraphSchema(GraphStore store, FileCache cache, FaultPoints faults) {
    this.store = store;
    this.faults = faults;
    this.opened = main().commit();
    this.schemas = new Schemas(store);
    this.tables = new TableStore(store.root(), store.world(), cache, store::delta);
  }

  @Override
  public String uri() {
    return store.root();
  }

  @Override
  public Schema accepted() {
    return schemas.of(opened.schemaDigest());
  }

  @Override
  public long manifestVersion() {
    return opened.version();
  }

  @Override
  public SchemaPlan plan(Schema desired, DropMode mode) {
    List<BranchPlan> branches = new ArrayList<>();
    for (String branch : otherBranches()) {
      store
          .head(branch)
          .ifPresent(head ->
              branches.add(new BranchPlan(branch, migration(head.commit(), desired, mode))));
    }
    return new SchemaPlan(migration(main().commit(), desired, mode), branches);
  }

  @Override
  public Outcome apply(Schema desired, DropMode mode, Optional<String> actor) {
    SchemaPlan plan = plan(desired, mode);
    if (plan.mainRefusal().isPresent()) {
      return new Outcome.Refused(plan.mainRefusal().get());
    }
    if (plan.branchRefusal().isPresent()) {
      return new Outcome.Conflict(plan.branchRefusal().get());
    }
    BranchMigration migration =
        new BranchMigration(store, tables, faults, new Wanted(desired, mode, actor));
    migration.writeSource();
    Optional<Outcome> conflict = carry(migration, desired, mode);
    if (conflict.isPresent()) {
      return conflict.get();
    }
    List<Destroyed> destroyed =
        mode == DropMode.HARD
            ? Destruction.count(plan.migration(), opened, accepted(), tables)
            : List.of();
    Optional<CommitRecord> moved = moveMain(migration, desired, mode);
    if (moved.isEmpty()) {
      return new Outcome.Conflict(
          "schema apply lost its write lease: branch main was moved meanwhile; try again");
    }
    // A branch that was made of the old `main` in the meantime has the old schema.
    return carry(migration, desired, mode)
        .orElseGet(() -> {
          new Destruction(store).sweep(moved.get(), faults);
          return new Outcome.Applied(plan, moved.get().version(), destroyed);
        });
  }

  @Override
  public void close() {
    tables.close();
  }

  private Optional<CommitRecord> moveMain(
      BranchMigration migration, Schema desired, DropMode mode) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Head head = main();
      if (head.commit().schemaDigest().equals(desired.digest())) {
        return Optional.of(head.commit());
      }
      Migration steps = migration(head.commit(), desired, mode);
      if (!head.commit().schema().equals(opened.schema()) || !steps.isSupported()) {
        return Optional.empty();
      }
      Set<String> destroyed = new TreeSet<>();
      Map<String, TableEntry> guide = new HashMap<>();
      for (String branch : otherBranches()) {
        store
            .head(branch)
            .map(Head::commit)
            .ifPresent(other -> {
              destroyed.addAll(other.destroyed());
              other.tables().forEach(guide::putIfAbsent);
            });
      }
      Optional<CommitRecord> next = migration.publish(head, steps, guide, destroyed);
      if (next.isPresent()) {
        faults.reached(GraphFaults.SCHEMA_REF_SWAPPED);
        return next;
      }
    }
    return Optional.empty();
  }

  /** Gives the other branches the schema; a conflict when one of them cannot have it any more. */
  private Optional<Outcome> carry(BranchMigration migration, Schema desired, DropMode mode) {
    for (String branch : otherBranches()) {
      Optional<String> reason = carry(branch, migration, desired, mode);
      if (reason.isPresent()) {
        return Optional.of(new Outcome.Conflict(reason.get()));
      }
    }
    return Optional.empty();
  }

  private Optional<String> carry(
      String branch, BranchMigration migration, Schema desired, DropMode mode) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Optional<Head> head = store.head(branch);
      if (head.isEmpty() || head.get().commit().schemaDigest().equals(desired.digest())) {
        return Optional.empty();
      }
      CommitRecord commit = head.get().commit();
      BranchPlan plan = new BranchPlan(branch, migration(commit, desired, mode));
      if (plan.refusal().isPresent()) {
        return plan.refusal();
      }
      if (migration
          .publish(head.get(), plan.migration(), guide(branch, desired), Set.of())
          .isPresent()) {
        faults.reached(GraphFaults.SCHEMA_BRANCH_CARRIED);
        return Optional.empty();
      }
    }
    return Optional.of(
        "branch '%s' cannot be carried over: other writers moved it %d times in a row; try again"
            .formatted(branch, ATTEMPTS));
  }

  /** The tables of the branches that have the schema already. */
  private Map<String, TableEntry> guide(String except, Schema desired) {
    Map<String, TableEntry> guide = new HashMap<>();
    for (String branch : store.branches()) {
      store
          .head(branch)
          .map(Head::commit)
          .filter(commit -> commit.schemaDigest().equals(desired.digest()))
          .filter(_ -> !branch.equals(except))
          .ifPresent(commit -> commit.tables().forEach(guide::putIfAbsent));
    }
    return guide;
  }

  private Migration migration(CommitRecord commit, Schema desired, DropMode mode) {
    return planned.computeIfAbsent(
        new PlanKey(commit.id(), desired, mode),
        _ ->
            StoredRowChecks.checked(
                MigrationPlanner.plan(schemas.of(commit.schemaDigest()), desired).dropping(mode),
                desired,
                commit,
                tables));
  }

  private List<String> otherBranches() {
    return store.branches().stream().filter(branch -> !branch.equals(MAIN)).toList();
  }

  private Head main() {
    return store.head(MAIN).orElseThrow(() -> new DamagedGraphException("branch `main` not found"));
  }

  /** A commit does not change, and so neither does the way from it to a schema. */
  private record PlanKey(String commit, Schema desired, DropMode mode) {}
}
