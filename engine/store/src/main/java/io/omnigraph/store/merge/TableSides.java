package io.omnigraph.store.merge;

import io.omnigraph.graph.column.ColumnSpec;
import io.omnigraph.graph.diff.RowChange;
import io.omnigraph.schema.catalog.GraphType;
import io.omnigraph.store.diff.TableDelta;
import io.omnigraph.store.table.TableLayout;
import io.omnigraph.store.table.TableRows;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A table in the base and on both sides, all of them seen through the layout of the result.
 *
 * @param ours the rows of the target
 * @param theirs the rows of the source
 */
record TableSides(TableLayout layout, TableRows base, TableRows ours, TableRows theirs) {

  GraphType type() {
    return layout.type();
  }

  /** The stored columns besides the id. */
  List<ColumnSpec> columns() {
    return layout.all().stream().filter(spec -> !spec.equals(ColumnSpec.ID)).toList();
  }

  /** What the target changed since the base, by id. */
  Map<String, RowChange> ourChanges() {
    return byId(base, ours);
  }

  /** What the source changed since the base, by id. */
  Map<String, RowChange> theirChanges() {
    return byId(base, theirs);
  }

  private static Map<String, RowChange> byId(TableRows from, TableRows to) {
    Map<String, RowChange> byId = new LinkedHashMap<>();
    if (from != to) {
      TableDelta.between(from, to).forEach(change -> byId.put(change.id(), change));
    }
    return byId;
  }
}
