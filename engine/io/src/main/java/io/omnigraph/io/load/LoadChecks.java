package io.omnigraph.io.load;

import io.omnigraph.graph.write.BulkWrite;
import io.omnigraph.graph.write.Rebasing;
import io.omnigraph.schema.catalog.GraphType.NodeType;
import io.omnigraph.schema.catalog.Schema;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The rules that rows must keep together: ids, ends of edges, uniqueness and cardinality
 * (docs/reference/graph-engine.md §2.7 and §2.8). Used by one thread.
 */
final class LoadChecks implements AutoCloseable, Rebasing {

  private final BulkWrite bulk;
  private final LoadMode mode;
  private final TextHash hash = new TextHash();
  private final Endpoints endpoints;
  private final Function<String, LoadTable> edges;
  private final LoadTables tables;
  private final Map<LoadTable, TableRules> rules = new LinkedHashMap<>();
  private final LoadProblems.Collector problems = new LoadProblems.Collector();

  LoadChecks(BulkWrite bulk, LoadMode mode, LoadTables tables) {
    Schema schema = bulk.base().schema();
    this.bulk = bulk;
    this.mode = mode;
    this.tables = tables;
    this.edges = name -> tables.of(schema.edge(name).orElseThrow());
    this.endpoints =
        new Endpoints(schema, name -> tables.of(schema.node(name).orElseThrow()), mode, hash);
  }

  /** Notes a problem. */
  void refuse(String problem) {
    problems.add(problem);
  }

  /** Whether there is no problem so far. */
  boolean isSound() {
    return problems.isEmpty();
  }

  /** Numbers a record among those of its type; the first of an overwritten type clears it. */
  int count(LoadTable table) {
    int index = table.nextIndex();
    if (index == 0 && mode == LoadMode.OVERWRITE) {
      bulk.clear(table.type());
    }
    return index;
  }

  /** Notes the ends of an edge; the table is one of edges. */
  void addEnds(LoadTable table, Slice from, Slice to, int index, RecordStream records) {
    endpoints.add(table, End.SOURCE, from, records, index);
    endpoints.add(table, End.TARGET, to, records, index);
    CardinalityRule cardinality = rules(table).cardinality();
    if (cardinality != null) {
      cardinality.add(from, records);
    }
  }

  /** Notes the id that a record names. */
  void addId(LoadTable table, Slice id, int index, RecordStream records) {
    int before = table.ids().put(hash.of(id), index);
    if (before >= 0) {
      refuseTwice(table, id, before, index, records);
    }
    if (!table.hasStored()) {
      return;
    }
    int row = table.stored().rowOf(id.text());
    if (row >= 0 && mode == LoadMode.APPEND) {
      refuse(
          records
              .place()
              .says(
                  "%s '%s' exists already; load with mode merge to replace it"
                      .formatted(table.type().name(), id.text())));
    } else if (row >= 0) {
      bulk.replaceStored(table.type(), row);
    }
  }

  /** Notes the values of the row that is being read. */
  void addValues(LoadTable table, int index, RecordStream records) {
    for (UniqueRule rule : rules(table).uniques()) {
      rule.add(index, records);
    }
  }

  /**
   * Decides what only the end of the input tells.
   *
   * @throws LoadRejected when there are problems
   */
  void finish(String source) {
    // Whoever misses a node that was refused would only repeat why.
    if (isSound()) {
      endpoints.report(source, problems);
      if (mode == LoadMode.OVERWRITE) {
        endpoints.reportStored(edges, problems);
      }
      rules.values().forEach(found -> found.report(problems));
    }
    if (!isSound()) {
      throw new LoadRejected(problems.collected());
    }
  }

  /**
   * Goes on when the rows of others have other ids, or are replaced by those of the input. Rules
   * that many rows must keep together are decided anew with the whole input, and so is whether
   * nodes are there that others have removed.
   */
  @Override
  public Optional<Set<String>> replaced(Others others) {
    Optional<LoadTable> loaded = tables.loaded(others.tableKey());
    boolean isOpen =
        loaded.map(this::rules).map(TableRules::isAny).orElse(false)
            || (!others.gone().isEmpty() && tables.hasEdgesAt(others.tableKey()));
    if (mode == LoadMode.OVERWRITE || isOpen) {
      return Optional.empty();
    }
    Set<String> own =
        others.present().stream()
            .filter(id -> loaded.filter(t -> t.ids().get(hash.of(id)) >= 0).isPresent())
            .collect(Collectors.toSet());
    return mode == LoadMode.APPEND && !own.isEmpty() ? Optional.empty() : Optional.of(own);
  }

  @Override
  public void close() throws IOException {
    endpoints.close();
  }

  private void refuseTwice(LoadTable table, Slice id, int before, int index, RecordStream records) {
    boolean isNodeKey = !table.keys().isEmpty() && table.type() instanceof NodeType;
    boolean isEdgeKey = !table.keys().isEmpty() && !isNodeKey;
    if (isEdgeKey ? mode != LoadMode.APPEND : !isNodeKey && mode == LoadMode.MERGE) {
      table.replaceStaged(before);
      return;
    }
    String rows = "appears in rows %d and %d".formatted(before, index);
    String what =
        isNodeKey
            ? "@unique violation on %s.(%s): value '%s' "
                .formatted(
                    table.type().name(),
                    table.keys().stream().sorted().collect(Collectors.joining(", ")),
                    id.text())
            : "%s '%s' ".formatted(table.type().name(), id.text());
    refuse(records.place().says(what + rows));
  }

  private TableRules rules(LoadTable table) {
    return rules.computeIfAbsent(table, _ -> TableRules.of(table, bulk, hash));
  }
}
