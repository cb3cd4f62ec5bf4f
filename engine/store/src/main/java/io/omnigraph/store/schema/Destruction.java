package io.omnigraph.store.schema;

import io.omnigraph.graph.live.LiveSchema.Destroyed;
import io.omnigraph.graph.snapshot.Column;
import io.omnigraph.ground.fault.FaultPoints;
import io.omnigraph.schema.catalog.GraphType;
import io.omnigraph.schema.catalog.Schema;
import io.omnigraph.schema.migration.Migration;
import io.omnigraph.schema.migration.MigrationStep;
import io.omnigraph.schema.migration.MigrationStep.TypeKind;
import io.omnigraph.store.commit.CommitRecord;
import io.omnigraph.store.commit.GraphFaults;
import io.omnigraph.store.commit.GraphStore;
import io.omnigraph.store.commit.Head;
import io.omnigraph.store.commit.TableEntry;
import io.omnigraph.store.commit.TableEntry.TableData;
import io.omnigraph.store.table.TableLayout;
import io.omnigraph.store.table.TableRows;
import io.omnigraph.store.table.TableStore;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What hard drops put beyond reach: every dataset that a dropped table, or a table that lost a
 * property, ever had. The swap of the ref of {@code main} makes it true; files go after that.
 */
final class Destruction {

  private final GraphStore store;

  Destruction(GraphStore store) {
    this.store = store;
  }

  /** The datasets of some tables in a commit and all before it. */
  Set<String> datasets(CommitRecord from, Set<String> tableIds) {
    Set<String> found = new TreeSet<>();
    if (tableIds.isEmpty()) {
      return found;
    }
    Set<String> seen = new HashSet<>();
    Deque<CommitRecord> next = new ArrayDeque<>(List.of(from));
    while (!next.isEmpty()) {
      CommitRecord commit = next.pop();
      commit.tables().values().stream()
          .filter(table -> tableIds.contains(table.id()))
          .forEach(table -> dataset(table).ifPresent(found::add));
      Stream.of(Optional.ofNullable(commit.parent()), Optional.ofNullable(commit.mergedParent()))
          .flatMap(Optional::stream)
          .filter(seen::add)
          .flatMap(id -> store.commit(id).stream())
          .forEach(next::push);
    }
    return found;
  }

  /** What the drops of a migration destroy, counted in the commit before it. */
  static List<Destroyed> count(
      Migration migration, CommitRecord commit, Schema schema, TableStore tables) {
    List<Destroyed> destroyed = new ArrayList<>();
    Map<String, String> formerTypes = new HashMap<>();
    for (MigrationStep step : migration.steps()) {
      switch (step) {
        case MigrationStep.RenameType(_, var from, var to) -> formerTypes.put(to, from);
        case MigrationStep.DropType(var kind, var name, _) when kind != TypeKind.INTERFACE -> {
          String key = kind.word() + ":" + name;
          destroyed.add(new Destroyed(key, commit.table(key).rows()));
        }
        case MigrationStep.DropProperty(var kind, var type, var name, _)
            when kind != TypeKind.INTERFACE -> {
          String key = kind.word() + ":" + formerTypes.getOrDefault(type, type);
          destroyed.add(
              new Destroyed(
                  kind.word() + ":" + type + "." + name,
                  values(
                      new TableLayout(type(schema, key), commit.table(key).columns()),
                      name,
                      tables.rows(commit.table(key).data()))));
        }
        default -> {}
      }
    }
    return destroyed;
  }

  /**
   * Removes the files of what a commit says is destroyed, but for what some branch still has. What
   * a crash leaves goes with the next apply.
   */
  void sweep(CommitRecord commit, FaultPoints faults) {
    if (commit.destroyed().isEmpty()) {
      return;
    }
    Set<String> live = new HashSet<>();
    for (String branch : store.branches()) {
      store
          .head(branch)
          .map(Head::commit)
          .ifPresent(
              head -> head.tables().values().forEach(table -> dataset(table).ifPresent(live::add)));
    }
    Set<String> left =
        commit.destroyed().stream()
            .filter(dataset -> !live.contains(dataset) && store.storage().exists(dataset))
            .collect(Collectors.toSet());
    if (left.isEmpty()) {
      return;
    }
    // INVARIANT: as long as a dataset is there, rows in records are looked for again.
    store.forgetRows(left);
    for (String dataset : left) {
      store.storage().deleteTree(dataset);
      faults.reached(GraphFaults.SCHEMA_SWEPT);
    }
  }

  private static Optional<String> dataset(TableEntry table) {
    return Optional.ofNullable(table.data()).map(TableData::dataset);
  }

  private static long values(TableLayout layout, String property, TableRows rows) {
    Column column = rows.column(layout.column(property));
    return IntStream.range(0, rows.size())
        .filter(row -> rows.isLive(row) && !column.isNull(row))
        .count();
  }

  private static GraphType type(Schema schema, String tableKey) {
    return Stream.<GraphType>concat(schema.nodes().stream(), schema.edges().stream())
        .filter(type -> type.tableKey().equals(tableKey))
        .findFirst()
        .orElseThrow();
  }
}
