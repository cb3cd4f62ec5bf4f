package io.omnigraph.store.schema;

import io.omnigraph.ground.fault.FaultPoints;
import io.omnigraph.schema.catalog.GraphType;
import io.omnigraph.schema.catalog.Schema;
import io.omnigraph.schema.migration.Migration;
import io.omnigraph.schema.migration.MigrationStep;
import io.omnigraph.schema.migration.MigrationStep.DropMode;
import io.omnigraph.store.change.Publisher;
import io.omnigraph.store.commit.CommitRecord;
import io.omnigraph.store.commit.GraphFaults;
import io.omnigraph.store.commit.GraphStore;
import io.omnigraph.store.commit.Head;
import io.omnigraph.store.commit.TableCounts;
import io.omnigraph.store.commit.TableEntry;
import io.omnigraph.store.commit.TableEntry.TableData;
import io.omnigraph.store.index.IndexUpkeep;
import io.omnigraph.store.table.TableLayout;
import io.omnigraph.store.table.TableStore;
import io.omnigraph.store.table.TableStore.Target;
import java.util.BitSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Gives one branch another schema, as one commit. */
final class BranchMigration {

  private final GraphStore store;
  private final TableStore tables;
  private final FaultPoints faults;
  private final Schema desired;
  private final DropMode mode;
  private final Optional<String> actor;

  BranchMigration(GraphStore store, TableStore tables, FaultPoints faults, Wanted wanted) {
    this.store = store;
    this.tables = tables;
    this.faults = faults;
    this.desired = wanted.desired();
    this.mode = wanted.mode();
    this.actor = wanted.actor();
  }

  /** What is wanted of every branch. */
  record Wanted(Schema desired, DropMode mode, Optional<String> actor) {}

  /** Makes the source of the desired schema readable. */
  void writeSource() {
    store.writeSchema(desired);
    faults.reached(GraphFaults.SCHEMA_SOURCE_WRITTEN);
  }

  /**
   * Makes and publishes the commit.
   *
   * @param migration from the schema of the head, and checked against its rows
   * @param guide the tables of a branch that has the desired schema already, by key
   * @param destroyed datasets that other branches have put beyond reach
   * @return empty when the branch was moved meanwhile, and then nothing is visible
   */
  Optional<CommitRecord> publish(
      Head head, Migration migration, Map<String, TableEntry> guide, Set<String> destroyed) {
    Catalog catalog = new Catalog(head.commit(), guide);
    migration.steps().forEach(catalog::apply);
    catalog.requireMatch(desired);
    if (mode == DropMode.HARD) {
      catalog.destroyed().addAll(gone(head.commit(), catalog));
      catalog.destroyed().addAll(destroyed);
    }
    SortedMap<String, TableCounts> counts = new TreeMap<>();
    Set<String> rewritten = new TreeSet<>(catalog.fills().keySet());
    if (mode == DropMode.HARD) {
      rewritten.addAll(catalog.narrowed());
    }
    rewritten.forEach(key -> rewrite(catalog, key, counts));
    rewritten.addAll(indexed(migration));
    rewritten.forEach(key -> index(catalog, key));
    faults.reached(GraphFaults.SCHEMA_ROWS_WRITTEN);
    CommitRecord next = next(head, migration, catalog, counts);
    store.writeCommit(next);
    faults.reached(GraphFaults.SCHEMA_COMMIT_WRITTEN);
    if (!store.moveBranch(head, next)) {
      store.discardCommit(next);
      return Optional.empty();
    }
    return Optional.of(next);
  }

  /** The datasets of tables that are dropped or lose a property, up to now. */
  private Set<String> gone(CommitRecord head, Catalog catalog) {
    Set<String> ids = new TreeSet<>();
    catalog.dropped().forEach(table -> ids.add(table.id()));
    catalog
        .tables()
        .forEach((key, table) -> {
          if (catalog.narrowed().contains(key)) {
            ids.add(table.id());
          }
        });
    return new Destruction(store).datasets(head, ids);
  }

  /** Stores the live rows of a table in a dataset of their own, without what was dropped. */
  private void rewrite(Catalog catalog, String key, SortedMap<String, TableCounts> counts) {
    TableEntry entry = catalog.tables().get(key);
    TableData old = entry == null ? null : entry.data();
    if (entry == null || old == null) {
      return;
    }
    SortedMap<String, Object> fills = catalog.fills().getOrDefault(key, new TreeMap<>());
    MigratedTable table =
        new MigratedTable(new TableLayout(type(key), entry.columns()), tables.rows(old), fills);
    long rows = table.rows().liveCount();
    Target target = new Target(tables.freshDataset(entry), table.layout().all());
    TableData data =
        rows == 0 ? null : tables.write(null, new BitSet(), Optional.of(table.copied()), target);
    catalog.tables().put(key, entry.written(data, "main"));
    if (!fills.isEmpty() && rows > 0) {
      counts.put(key, new TableCounts(0, rows, 0));
    }
  }

  /** The tables whose values are to be found in new ways. */
  private static Set<String> indexed(Migration migration) {
    Set<String> keys = new TreeSet<>();
    for (MigrationStep step : migration.steps()) {
      if (step instanceof MigrationStep.AddConstraint(var kind, var type, _)) {
        keys.add(kind.word() + ":" + type);
      }
    }
    return keys;
  }

  private void index(Catalog catalog, String key) {
    TableEntry entry = catalog.tables().get(key);
    TableData data = entry == null ? null : entry.data();
    if (entry != null && data != null && data.overlay() == null) {
      TableLayout layout = new TableLayout(type(key), entry.columns());
      catalog.tables().put(key, entry.withData(new IndexUpkeep(tables).refresh(layout, data)));
    }
  }

  private CommitRecord next(
      Head head, Migration migration, Catalog catalog, SortedMap<String, TableCounts> counts) {
    CommitRecord base = head.commit();
    return new CommitRecord(
        CommitRecord.FORMAT,
        store.world().freshId(),
        head.branch(),
        migration.steps().isEmpty() ? base.version() : base.version() + 1,
        base.id(),
        null,
        actor.orElse(null),
        Publisher.micros(store.world().now()),
        "schema_apply",
        desired.digest().hex(),
        catalog.nextTable(),
        catalog.tables(),
        counts,
        catalog.destroyed(),
        null,
        new TreeMap<>());
  }

  private GraphType type(String tableKey) {
    return Stream.<GraphType>concat(desired.nodes().stream(), desired.edges().stream())
        .filter(type -> type.tableKey().equals(tableKey))
        .findFirst()
        .orElseThrow();
  }
}
