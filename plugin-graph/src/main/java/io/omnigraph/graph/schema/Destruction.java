package io.omnigraph.graph.schema;

import com.github.f4b6a3.ulid.UlidCreator;
import io.omnigraph.graph.store.TableEntry;
import io.omnigraph.graph.store.TableEntry.TableData;
import io.omnigraph.graph.table.TableLayout;
import io.omnigraph.graph.table.TableStore;
import io.omnigraph.schema.catalog.GraphType;
import io.omnigraph.schema.catalog.Schema;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Puts dropped data beyond reach. Tables that go are destroyed with all their earlier states; of
 * tables that lose a property the live rows are copied without it first. The swap of the ref makes
 * it true, so a crash on the way destroys nothing.
 */
final class Destruction {

  private final TableStore tables;
  private final Catalog catalog;
  private final Schema desired;
  private final Function<String, Set<String>> datasets;

  /**
   * A destruction.
   *
   * @param datasets every dataset that any commit has for a table, by the table's id
   */
  Destruction(
      TableStore tables, Catalog catalog, Schema desired, Function<String, Set<String>> datasets) {
    this.datasets = datasets;
    this.tables = tables;
    this.catalog = catalog;
    this.desired = desired;
  }

  void run() {
    for (TableEntry table : catalog.dropped()) {
      destroy(table);
    }
    for (String key : catalog.narrowed()) {
      Stream.<GraphType>concat(desired.nodes().stream(), desired.edges().stream())
          .filter(type -> type.tableKey().equals(key))
          .forEach(this::copyWithoutDropped);
    }
  }

  private void copyWithoutDropped(GraphType type) {
    TableEntry table = catalog.tables().get(type.tableKey());
    TableData old = table == null ? null : table.data();
    if (table == null) {
      return;
    }
    destroy(table);
    if (old == null) {
      return;
    }
    TableLayout layout = new TableLayout(type, table.columns());
    String fresh = "tables/" + table.id() + "/" + UlidCreator.getMonotonicUlid();
    catalog
        .tables()
        .put(type.tableKey(), table.written(tables.copy(old, layout.all(), fresh), "main"));
  }

  private void destroy(TableEntry table) {
    catalog.destroyed().addAll(datasets.apply(table.id()));
  }
}
