package io.omnigraph.store.change;

import io.omnigraph.graph.column.ColumnSpec;
import io.omnigraph.graph.column.Values;
import io.omnigraph.graph.snapshot.Column;
import io.omnigraph.schema.catalog.GraphType;
import io.omnigraph.schema.catalog.GraphType.EdgeType;
import io.omnigraph.schema.catalog.Property;
import io.omnigraph.store.commit.TableCounts;
import io.omnigraph.store.table.TableLayout;
import io.omnigraph.store.table.TableRows;
import io.omnigraph.store.table.TableRows.Slice;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A table in a transaction: the rows at its beginning, which of them are gone, and new ones. */
final class StagedTable {

  private final TableLayout layout;
  private final TableRows base;
  private final BitSet dead = new BitSet();
  private final Map<String, StagedRow> staged = new LinkedHashMap<>();
  private final Set<String> revised = new HashSet<>();
  private boolean isCleared;
  private @Nullable TableRows current;

  StagedTable(TableLayout layout, TableRows base) {
    this.layout = layout;
    this.base = base;
  }

  GraphType type() {
    return layout.type();
  }

  TableLayout layout() {
    return layout;
  }

  /** The rows as they were when the transaction began. */
  TableRows base() {
    return base;
  }

  /** The rows of the beginning that are gone or replaced, by their number in {@link #base}. */
  BitSet dead() {
    return dead;
  }

  /** The rows that are written, in the order in which their ids first came. */
  Collection<StagedRow> staged() {
    return staged.values();
  }

  boolean isChanged() {
    return !staged.isEmpty() || !dead.isEmpty();
  }

  /** Whether rows went that nobody named. */
  boolean isCleared() {
    return isCleared;
  }

  /** Whether a row of an id was written. */
  boolean isStaged(String id) {
    return staged.containsKey(id);
  }

  /** Whether there is a row of an id now. */
  boolean contains(String id) {
    return staged.containsKey(id) || baseRow(id) >= 0;
  }

  /** Adds a row, or replaces the one with its id. */
  void put(StagedRow row) {
    kill(baseRow(row.id()));
    staged.put(row.id(), row);
    current = null;
  }

  /** Replaces a row because of what it held. */
  void revise(StagedRow row) {
    revised.add(row.id());
    put(row);
  }

  /** The ids of rows that were changed or removed because they were there. */
  Set<String> revised() {
    return revised;
  }

  /** Removes a row and says whether there was one. */
  boolean remove(String id) {
    int row = baseRow(id);
    revised.add(id);
    kill(row);
    current = null;
    return staged.remove(id) != null || row >= 0;
  }

  /** Removes all rows. */
  void clear() {
    staged.clear();
    for (int row = 0; row < base.size(); row++) {
      if (base.isLive(row)) {
        dead.set(row);
      }
    }
    isCleared = true;
    current = null;
  }

  /** A row as it is now; empty when there is none. */
  Optional<StagedRow> row(String id) {
    StagedRow own = staged.get(id);
    if (own != null) {
      return Optional.of(own);
    }
    int row = baseRow(id);
    return row < 0 ? Optional.empty() : Optional.of(stored(row));
  }

  /** Passes on the id of each edge that starts or ends at a node now. */
  void eachEdgeAt(ColumnSpec end, String node, Consumer<String> action) {
    List<String> found = new ArrayList<>();
    base.eachAtNode(
        end,
        node,
        row -> {
          if (!dead.get(row)) {
            found.add(base.id(row));
          }
        });
    for (StagedRow row : staged.values()) {
      if (node.equals(end.equals(ColumnSpec.SOURCE) ? row.source() : row.target())) {
        found.add(row.id());
      }
    }
    found.forEach(action);
  }

  /** The rows as they are now. */
  TableRows current() {
    TableRows known = current;
    if (known == null) {
      known = isChanged() ? overlaid() : base;
      current = known;
    }
    return known;
  }

  /** What becomes of the table. */
  TableCounts counts() {
    long updated = staged.keySet().stream().filter(id -> base.rowOf(id) >= 0).count();
    return new TableCounts(staged.size() - updated, updated, dead.cardinality() - updated);
  }

  /** A row of the beginning. */
  StagedRow stored(int row) {
    Map<String, Object> values = new HashMap<>();
    for (Property property : type().properties()) {
      Column column = base.take(layout.column(property.name()), new int[] {row});
      if (!column.isNull(0)) {
        values.put(property.name(), Values.at(column, 0));
      }
    }
    boolean isEdge = type() instanceof EdgeType;
    return new StagedRow(
        base.id(row),
        isEdge ? text(ColumnSpec.SOURCE, row) : null,
        isEdge ? text(ColumnSpec.TARGET, row) : null,
        values);
  }

  private TableRows overlaid() {
    List<Slice> slices = new ArrayList<>();
    for (int i = 0; i < base.slices().size(); i++) {
      Slice slice = base.slices().get(i);
      int start = base.start(i);
      BitSet gone = dead.get(start, start + slice.segment().rows());
      gone.or(slice.dead());
      slices.add(new Slice(slice.segment(), gone));
    }
    if (!staged.isEmpty()) {
      slices.add(
          new Slice(new StagedSegment(layout, staged.values(), staged.size()), new BitSet()));
    }
    return new TableRows(slices);
  }

  private String text(ColumnSpec spec, int row) {
    return ((Column.Texts) base.take(spec, new int[] {row})).get(0);
  }

  private int baseRow(String id) {
    int row = base.rowOf(id);
    return row >= 0 && !dead.get(row) ? row : -1;
  }

  private void kill(int row) {
    if (row >= 0) {
      dead.set(row);
    }
  }
}
