package io.omnigraph.graph.load;

import io.omnigraph.graph.write.BulkWrite;
import io.omnigraph.schema.catalog.GraphType;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
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
    return tables.computeIfAbsent(type.tableKey(), _ -> new LoadTable(type, bulk));
  }

  /** The tables that were needed so far. */
  Collection<LoadTable> all() {
    return tables.values();
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
