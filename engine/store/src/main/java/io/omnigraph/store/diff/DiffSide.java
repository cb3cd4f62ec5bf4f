package io.omnigraph.store.diff;

import io.omnigraph.graph.column.ColumnSpec;
import io.omnigraph.schema.catalog.GraphType;
import io.omnigraph.schema.catalog.Schema;
import io.omnigraph.store.commit.CommitRecord;
import io.omnigraph.store.commit.TableEntry;
import io.omnigraph.store.commit.TableEntry.TableData;
import io.omnigraph.store.table.SnapshotView;
import io.omnigraph.store.table.TableLayout;
import io.omnigraph.store.table.TableRows;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One of two states.
 *
 * @param source of its rows
 */
public record DiffSide(CommitRecord commit, Schema schema, SnapshotView.Source source) {

  Stream<GraphType> types() {
    return Stream.concat(schema.nodes().stream(), schema.edges().stream());
  }

  Optional<GraphType> type(String tableKey) {
    return types().filter(type -> type.tableKey().equals(tableKey)).findFirst();
  }

  /** The rows of a table; none when there is no such table. */
  TableRows rows(String tableKey) {
    return data(tableKey) == null ? TableRows.none() : source.rows(tableKey);
  }

  /** Whether a table has the very same rows on another side. */
  boolean shares(String tableKey, DiffSide other) {
    return Objects.equals(data(tableKey), other.data(tableKey));
  }

  /** The column of a property; empty when this side does not have it. */
  Optional<ColumnSpec> column(String tableKey, String property) {
    return type(tableKey)
        .filter(type -> type.property(property).isPresent())
        .map(type -> new TableLayout(type, commit.table(tableKey).columns()).column(property));
  }

  private @Nullable TableData data(String tableKey) {
    TableEntry entry = commit.tables().get(tableKey);
    return entry == null ? null : entry.data();
  }
}
