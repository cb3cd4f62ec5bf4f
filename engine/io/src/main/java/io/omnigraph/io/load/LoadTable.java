package io.omnigraph.io.load;

import io.omnigraph.graph.column.Cells;
import io.omnigraph.graph.column.RowBuffer;
import io.omnigraph.graph.snapshot.Table;
import io.omnigraph.graph.write.BulkWrite;
import io.omnigraph.graph.write.ValueRules;
import io.omnigraph.schema.catalog.Constraint;
import io.omnigraph.schema.catalog.GraphType;
import io.omnigraph.schema.catalog.GraphType.EdgeType;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a load knows of one type: the row that is being read, the rows that wait to be written, and
 * the ids that the input has named. Used by one thread.
 */
final class LoadTable {

  private final GraphType type;
  private final @Nullable LoadTable sources;
  private final @Nullable LoadTable targets;
  private final BulkWrite bulk;
  private final Table stored;
  private final ValueRules rules;
  private final boolean hasValueConstraints;
  private final List<String> keys;
  private final HashIndex ids = new HashIndex();
  private final BitSet replaced = new BitSet();
  private RowBuffer buffer;
  private int count;

  /** The table of a node type. */
  LoadTable(GraphType type, BulkWrite bulk) {
    this(type, bulk, null, null);
  }

  /** The table of an edge type, with those of the nodes at both ends. */
  LoadTable(
      GraphType type, BulkWrite bulk, @Nullable LoadTable sources, @Nullable LoadTable targets) {
    this.sources = sources;
    this.targets = targets;
    this.type = type;
    this.bulk = bulk;
    this.stored =
        type instanceof EdgeType ? bulk.base().edges(type.name()) : bulk.base().nodes(type.name());
    this.rules = new ValueRules(type);
    this.hasValueConstraints =
        type.constraints().stream()
            .anyMatch(c -> c instanceof Constraint.Range || c instanceof Constraint.Check);
    this.keys = type.keyColumns();
    this.buffer = bulk.buffer(type);
  }

  GraphType type() {
    return type;
  }

  /** The table of the nodes at an end of the edges of this one. */
  LoadTable nodes(End end) {
    LoadTable nodes = end == End.SOURCE ? sources : targets;
    if (nodes == null) {
      throw new IllegalStateException("nodes have no ends");
    }
    return nodes;
  }

  /** The rows that the graph has. */
  Table stored() {
    return stored;
  }

  /** Whether the graph has rows of the type. */
  boolean hasStored() {
    return stored.size() > 0;
  }

  ValueRules rules() {
    return rules;
  }

  /** Whether values have rules beyond those of their types. */
  boolean hasValueConstraints() {
    return hasValueConstraints;
  }

  /** The columns of the key; empty when ids are free. */
  List<String> keys() {
    return keys;
  }

  /** The number of records so far. */
  int count() {
    return count;
  }

  /** The rows by the ids that the input has named. */
  HashIndex ids() {
    return ids;
  }

  /** The place of the first property among the columns of {@link #cells}. */
  int firstProperty() {
    return type instanceof EdgeType ? 3 : 1;
  }

  /** The cells of a column; rows that were ended before may be gone from it. */
  Cells cells(int column) {
    return buffer.cells(column);
  }

  /** The cells of a property or of an end of an edge. */
  Cells cells(String property) {
    for (int i = 0; i < type.properties().size(); i++) {
      if (type.properties().get(i).name().equals(property)) {
        return buffer.cells(firstProperty() + i);
      }
    }
    return buffer.cells(property.equals("src") || property.equals("from") ? 1 : 2);
  }

  /** The number of the row that is being read in {@link #cells}. */
  int row() {
    return buffer.rows();
  }

  /** Counts a record, and says how many there were before. */
  int nextIndex() {
    int index = count;
    count = Math.addExact(count, 1);
    return index;
  }

  /** Forgets the values that were read. */
  void discardRow() {
    buffer.discardRow();
  }

  /** Ends the row, and hands rows over when there are enough. */
  void endRow() {
    buffer.endRow();
    if (buffer.isFull()) {
      flush();
    }
  }

  /** Hands over the rows that wait. */
  void flush() {
    if (buffer.rows() > 0) {
      bulk.stage(type, buffer);
      buffer = bulk.buffer(type);
    }
  }

  /** Notes that a later row has the id of one. */
  void replaceStaged(int row) {
    replaced.set(row);
    bulk.replaceStaged(type, row);
  }

  /** Whether a later row has the id of one. */
  boolean isReplaced(int row) {
    return replaced.get(row);
  }
}
