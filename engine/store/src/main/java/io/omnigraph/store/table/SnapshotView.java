package io.omnigraph.store.table;

import io.omnigraph.graph.commit.Commit;
import io.omnigraph.graph.snapshot.Adjacency;
import io.omnigraph.graph.snapshot.EdgeTable;
import io.omnigraph.graph.snapshot.NodeTable;
import io.omnigraph.graph.snapshot.Snapshot;
import io.omnigraph.graph.snapshot.TableState;
import io.omnigraph.schema.catalog.GraphType;
import io.omnigraph.schema.catalog.GraphType.EdgeType;
import io.omnigraph.schema.catalog.Schema;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** A snapshot over the rows of tables. */
public final class SnapshotView implements Snapshot {

  private final Commit commit;
  private final Schema schema;
  private final Source source;
  private final ConcurrentHashMap<String, NodeTable> nodes = new ConcurrentHashMap<>();
  private final ConcurrentHashMap<String, EdgeTable> edges = new ConcurrentHashMap<>();

  /** A snapshot. */
  public SnapshotView(Commit commit, Schema schema, Source source) {
    this.commit = commit;
    this.schema = schema;
    this.source = source;
  }

  @Override
  public Commit commit() {
    return commit;
  }

  @Override
  public Schema schema() {
    return schema;
  }

  @Override
  public NodeTable nodes(String type) {
    return nodes.computeIfAbsent(
        type,
        name -> {
          GraphType declared = schema.node(name).orElseThrow(() -> unknown("node", name));
          return new TableViews.Nodes(source.layout(declared), source.rows(declared.tableKey()));
        });
  }

  @Override
  public EdgeTable edges(String type) {
    return edges.computeIfAbsent(
        type,
        name -> {
          EdgeType declared = schema.edge(name).orElseThrow(() -> unknown("edge", name));
          TableRows rows = source.rows(declared.tableKey());
          return new TableViews.Edges(
              source.layout(declared), rows, outgoing -> source.adjacency(declared, outgoing));
        });
  }

  @Override
  public List<TableState> tables() {
    return Stream.<GraphType>concat(schema.nodes().stream(), schema.edges().stream())
        .map(type -> source.state(type.tableKey()))
        .sorted(Comparator.comparing(TableState::key))
        .toList();
  }

  private static IllegalArgumentException unknown(String kind, String type) {
    return new IllegalArgumentException("the schema has no " + kind + " type `" + type + "`");
  }

  /** Where a snapshot's rows come from. */
  public interface Source {

    /** The rows of a table. */
    TableRows rows(String tableKey);

    /** Where the properties of a type are stored. */
    TableLayout layout(GraphType type);

    /** Where a table stands. */
    TableState state(String tableKey);

    /** Who is next to whom along the edges of a type. */
    Adjacency adjacency(EdgeType type, boolean outgoing);
  }
}
