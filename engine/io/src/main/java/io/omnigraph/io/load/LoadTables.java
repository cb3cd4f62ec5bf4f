package io.omnigraph.io.load;

import io.omnigraph.graph.write.BulkWrite;
import io.omnigraph.schema.catalog.GraphType;
import io.omnigraph.schema.catalog.GraphType.EdgeType;
import io.omnigraph.schema.catalog.Schema;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The tables of a load, each from the moment when it is first needed. Used by one thread. */
final class LoadTables {

  private final BulkWrite bulk;
  private final Map<String, LoadTable> tables = new HashMap<>();

  LoadTables(BulkWrite bulk) {
    this.bulk = bulk;
  }

  /** The table of a type. */
  LoadTable of(GraphType type) {
    LoadTable known = tables.get(type.tableKey());
    if (known == null) {
      known = type instanceof EdgeType edge ? ofEdges(edge) : new LoadTable(type, bulk);
      tables.put(type.tableKey(), known);
    }
    return known;
  }

  private LoadTable ofEdges(EdgeType type) {
    Schema schema = bulk.base().schema();
    LoadTable sources = of(schema.node(type.from()).orElseThrow());
    LoadTable targets = of(schema.node(type.to()).orElseThrow());
    return new LoadTable(type, bulk, sources, targets);
  }

  /** The table of a key, if the input has records of its type. */
  Optional<LoadTable> loaded(String tableKey) {
    return Optional.ofNullable(tables.get(tableKey)).filter(table -> table.count() > 0);
  }

  /** Whether the input has edges that start or end at nodes of a table. */
  boolean hasEdgesAt(String tableKey) {
    return tables.values().stream()
        .filter(table -> table.count() > 0)
        .map(LoadTable::type)
        .filter(GraphType.EdgeType.class::isInstance)
        .map(GraphType.EdgeType.class::cast)
        .anyMatch(
            edge -> tableKey.equals("node:" + edge.from()) || tableKey.equals("node:" + edge.to()));
  }

  /** Hands over the rows that wait. */
  void flush() {
    tables.values().forEach(LoadTable::flush);
  }

  /** The number of records by table, for those that have any. */
  SortedMap<String, Long> counts() {
    SortedMap<String, Long> counts = new TreeMap<>();
    for (LoadTable table : tables.values()) {
      if (table.count() > 0) {
        counts.put(table.type().tableKey(), (long) table.count());
      }
    }
    return counts;
  }
}
