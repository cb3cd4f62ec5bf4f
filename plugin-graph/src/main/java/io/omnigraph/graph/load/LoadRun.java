package io.omnigraph.graph.load;

import io.omnigraph.graph.snapshot.Snapshot;
import io.omnigraph.graph.snapshot.Table;
import io.omnigraph.graph.write.Transaction;
import io.omnigraph.graph.write.WriteRejected;
import io.omnigraph.schema.catalog.GraphType;
import io.omnigraph.schema.catalog.GraphType.EdgeType;
import io.omnigraph.schema.catalog.GraphType.NodeType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** One reading of an input into one transaction. */
final class LoadRun {

  private final Transaction transaction;
  private final Snapshot base;
  private final LoadRequest request;
  private final RowReader reader;
  private final LoadedIds ids = new LoadedIds();
  private final Endpoints endpoints;
  private final LoadProblems.Collector problems = new LoadProblems.Collector();

  LoadRun(Transaction transaction, LoadRequest request) {
    this.transaction = transaction;
    this.base = transaction.current();
    this.request = request;
    this.reader = new RowReader(base.schema());
    this.endpoints = new Endpoints(base, request.mode(), ids);
  }

  /**
   * Reads the whole input and changes the transaction accordingly.
   *
   * @return the number of records by table
   * @throws LoadRejected with everything that is wrong with the input
   */
  SortedMap<String, Long> run(LoadSource source) {
    try (JsonRecords records = new JsonRecords(source.name(), source.open())) {
      for (var read = records.next(); read.isPresent(); read = records.next()) {
        if (!add(read.get())) {
          break;
        }
        request.progress().accept(read.get().place().record());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + source.name() + ": " + e.getMessage(), e);
    }
    // Whoever misses a node that was refused would only repeat why.
    if (problems.isEmpty()) {
      endpoints.report(problems);
    }
    refuseIfProblems();
    return ids.rows();
  }

  private void refuseIfProblems() {
    if (!problems.isEmpty()) {
      throw new LoadRejected(problems.collected());
    }
  }

  private boolean add(JsonRecords.Read read) {
    return switch (read) {
      case JsonRecords.Broken(Place place, String reason) -> {
        problems.add(place.isNotJson(reason));
        yield false;
      }
      case JsonRecords.Value(Place place, var json) -> {
        Optional<Row> row = reader.read(json, problem -> problems.add(place.says(problem)));
        row.ifPresent(found -> write(found, place));
        yield true;
      }
    };
  }

  private void write(Row row, Place place) {
    try {
      switch (row) {
        case Row.NodeRow node -> writeNode(node, place);
        case Row.EdgeRow edge -> writeEdge(edge, place);
      }
    } catch (WriteRejected e) {
      problems.add(place.says(String.valueOf(e.getMessage())));
    }
  }

  private void writeNode(Row.NodeRow node, Place place) {
    NodeType type = node.type();
    long index = count(type);
    boolean isKeyed = !type.keyColumns().isEmpty();
    String id = transaction.upsertNode(type.name(), node.explicitId(), node.values());
    int before = ids.add(type.tableKey(), id, index);
    if (before >= 0 && isKeyed) {
      problems.add(
          place.says(
              "@unique violation on %s.(%s): value '%s' appears in rows %d and %d"
                  .formatted(type.name(), sortedKeyColumns(type), id, before, index)));
    } else {
      refuseTwice(type, id, before, index, place);
    }
    refuseStored(type, base.nodes(type.name()), id, place);
  }

  private void writeEdge(Row.EdgeRow edge, Place place) {
    EdgeType type = edge.type();
    long index = count(type);
    endpoints.add(edge, place, index + 1);
    transaction.upsertEdge(type.name(), edge.explicitId(), edge.from(), edge.to(), edge.values());
    if (edge.explicitId() != null) {
      int before = ids.add(type.tableKey(), edge.explicitId(), index);
      refuseTwice(type, edge.explicitId(), before, index, place);
      refuseStored(type, base.edges(type.name()), edge.explicitId(), place);
    }
  }

  /** Numbers a record among those of its type; the first of an overwritten type clears it. */
  private long count(GraphType type) {
    long index = ids.count(type.tableKey());
    if (index == 0 && request.mode() == LoadMode.OVERWRITE) {
      transaction.clear(type.tableKey());
    }
    return index;
  }

  private void refuseTwice(GraphType type, String id, int before, long index, Place place) {
    if (before >= 0 && request.mode() != LoadMode.MERGE) {
      problems.add(
          place.says(
              "%s '%s' appears in rows %d and %d".formatted(type.name(), id, before, index)));
    }
  }

  private void refuseStored(GraphType type, Table stored, String id, Place place) {
    if (request.mode() == LoadMode.APPEND && stored.rowOf(id) >= 0) {
      problems.add(
          place.says(
              "%s '%s' exists already; load with mode merge to replace it"
                  .formatted(type.name(), id)));
    }
  }

  private static String sortedKeyColumns(NodeType type) {
    return type.keyColumns().stream().sorted().collect(Collectors.joining(", "));
  }

  /** Ends a transaction whose input has problems. Never leaves this package. */
  static final class LoadRejected extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient LoadProblems problems;

    LoadRejected(LoadProblems problems) {
      super(problems.message());
      this.problems = problems;
    }

    LoadProblems problems() {
      return problems;
    }
  }
}
