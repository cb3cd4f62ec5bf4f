package io.omnigraph.store.change;

import io.omnigraph.graph.column.ColumnSpec;
import io.omnigraph.graph.snapshot.Adjacency;
import io.omnigraph.graph.snapshot.Snapshot;
import io.omnigraph.graph.snapshot.TableState;
import io.omnigraph.graph.write.KeyText;
import io.omnigraph.graph.write.StoredForm;
import io.omnigraph.graph.write.Transaction;
import io.omnigraph.graph.write.ValueRules;
import io.omnigraph.graph.write.WriteRejected;
import io.omnigraph.schema.catalog.GraphType;
import io.omnigraph.schema.catalog.GraphType.EdgeType;
import io.omnigraph.schema.catalog.GraphType.NodeType;
import io.omnigraph.schema.catalog.Schema;
import io.omnigraph.store.table.SnapshotView;
import io.omnigraph.store.table.TableLayout;
import io.omnigraph.store.table.TableRows;
import io.omnigraph.store.table.TableStore;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A transaction over the rows of one commit. Used by one thread. */
public final class Workspace implements Transaction {

  private final Ground ground;
  private final Schema schema;
  private final TableStore tables;
  private final SortedMap<String, StagedTable> staged = new TreeMap<>();
  private final Map<String, ValueRules> rules = new HashMap<>();
  private @Nullable Snapshot current;

  /** A transaction that has done nothing yet. */
  public Workspace(Ground ground, Schema schema, TableStore tables) {
    this.ground = ground;
    this.schema = schema;
    this.tables = tables;
  }

  @Override
  public Snapshot current() {
    Snapshot known = current;
    if (known == null) {
      known = new SnapshotView(ground.commit().toCommit(), schema, new CurrentRows());
      current = known;
    }
    return known;
  }

  @Override
  public String upsertNode(String type, @Nullable String id, Map<String, Object> values) {
    NodeType declared = node(type);
    Map<String, Object> stored = StoredForm.of(declared, values);
    String actual = nodeId(declared, id, stored);
    rules(declared).check(stored);
    put(declared, new StagedRow(actual, null, null, stored));
    return actual;
  }

  @Override
  public String upsertEdge(
      String type, @Nullable String id, String source, String target, Map<String, Object> values) {
    EdgeType declared = edge(type);
    Map<String, Object> stored = StoredForm.of(declared, values);
    rules(declared).check(stored);
    String actual = edgeId(declared, id, source, target, stored);
    put(declared, new StagedRow(actual, source, target, stored));
    return actual;
  }

  @Override
  public void updateNode(String type, String id, Map<String, Optional<Object>> values) {
    NodeType declared = node(type);
    StagedTable table = table(declared);
    StagedRow row =
        table
            .row(id)
            .orElseThrow(() -> new WriteRejected("node '%s' not found in %s".formatted(id, type)));
    Map<String, Object> next = new HashMap<>(row.values());
    values.forEach(
        (name, value) -> value.ifPresentOrElse(v -> next.put(name, v), () -> next.remove(name)));
    Map<String, Object> stored = StoredForm.of(declared, next);
    for (String column : declared.keyColumns()) {
      if (values.containsKey(column)
          && !Objects.equals(row.values().get(column), stored.get(column))) {
        throw new WriteRejected("cannot update @key property '%s' of %s".formatted(column, type));
      }
    }
    rules(declared).check(stored);
    current = null;
    table.revise(new StagedRow(id, null, null, stored));
  }

  @Override
  public int deleteNode(String type, String id) {
    NodeType declared = node(type);
    if (!table(declared).remove(id)) {
      return -1;
    }
    current = null;
    int removed = 0;
    for (EdgeType edge : schema.edges()) {
      if (edge.from().equals(type)) {
        removed += removeEdges(edge, ColumnSpec.SOURCE, id);
      }
      if (edge.to().equals(type)) {
        removed += removeEdges(edge, ColumnSpec.TARGET, id);
      }
    }
    return removed;
  }

  @Override
  public boolean deleteEdge(String type, String id) {
    current = null;
    return table(edge(type)).remove(id);
  }

  @Override
  public void clear(String tableKey) {
    current = null;
    table(type(tableKey)).clear();
  }

  @Override
  public void check() {
    for (StagedTable table : changed()) {
      Uniqueness.check(table);
    }
    for (EdgeType edge : schema.edges()) {
      checkEdges(edge);
    }
  }

  /** What the transaction began with. */
  Ground ground() {
    return ground;
  }

  /** Whether anything was done. */
  public boolean isChanged() {
    return staged.values().stream().anyMatch(StagedTable::isChanged);
  }

  /** The tables that something was done to, by their keys. */
  Collection<StagedTable> changed() {
    return staged.values().stream().filter(StagedTable::isChanged).toList();
  }

  private void checkEdges(EdgeType type) {
    boolean areNodesCleared = isCleared(type.from()) || isCleared(type.to());
    StagedTable known = staged.get(type.tableKey());
    if (!areNodesCleared && (known == null || !known.isChanged())) {
      return;
    }
    StagedTable edges = table(type);
    StagedTable sources = table(node(type.from()));
    StagedTable targets = table(node(type.to()));
    EdgeRules.checkEnds(edges, sources, targets);
    if (sources.isCleared()) {
      EdgeRules.checkStoredEnds(edges, sources, ColumnSpec.SOURCE);
    }
    if (targets.isCleared()) {
      EdgeRules.checkStoredEnds(edges, targets, ColumnSpec.TARGET);
    }
    EdgeRules.checkCardinality(edges, type);
  }

  private boolean isCleared(String nodeType) {
    StagedTable nodes = staged.get(node(nodeType).tableKey());
    return nodes != null && nodes.isCleared();
  }

  private int removeEdges(EdgeType type, ColumnSpec end, String node) {
    StagedTable edges = table(type);
    int[] removed = {0};
    edges.eachEdgeAt(end, node, id -> removed[0] += edges.remove(id) ? 1 : 0);
    return removed[0];
  }

  private void put(GraphType type, StagedRow row) {
    current = null;
    table(type).put(row);
  }

  private String nodeId(NodeType type, @Nullable String given, Map<String, Object> values) {
    if (type.keyColumns().isEmpty()) {
      return given == null ? freshId() : given;
    }
    return KeyText.required(type, given, KeyText.of(type, values));
  }

  private String edgeId(
      EdgeType type,
      @Nullable String given,
      String source,
      String target,
      Map<String, Object> values) {
    if (type.keyColumns().isEmpty()) {
      return given == null ? freshId() : given;
    }
    return KeyText.required(type, given, KeyText.of(type, source, target, values));
  }

  private String freshId() {
    return tables.world().freshId();
  }

  private ValueRules rules(GraphType type) {
    return rules.computeIfAbsent(type.tableKey(), _ -> new ValueRules(type));
  }

  private NodeType node(String name) {
    return schema
        .node(name)
        .orElseThrow(() -> new WriteRejected("unknown node type '" + name + "'"));
  }

  private EdgeType edge(String name) {
    return schema
        .edge(name)
        .orElseThrow(() -> new WriteRejected("unknown edge type '" + name + "'"));
  }

  private GraphType type(String tableKey) {
    return Stream.<GraphType>concat(schema.nodes().stream(), schema.edges().stream())
        .filter(t -> t.tableKey().equals(tableKey))
        .findFirst()
        .orElseThrow(() -> new WriteRejected("unknown table '" + tableKey + "'"));
  }

  private StagedTable table(GraphType type) {
    return staged.computeIfAbsent(
        type.tableKey(),
        key ->
            new StagedTable(
                new TableLayout(type, ground.table(key).columns()), ground.rows(key, tables)));
  }

  /** The rows of the transaction, each table as it is when it is first asked for. */
  private final class CurrentRows implements SnapshotView.Source {

    private final Map<String, TableRows> seen = new HashMap<>();

    CurrentRows() {
      staged.forEach((key, table) -> seen.put(key, table.current()));
    }

    @Override
    public TableRows rows(String tableKey) {
      TableRows known = seen.get(tableKey);
      return known == null ? ground.rows(tableKey, tables) : known;
    }

    @Override
    public TableLayout layout(GraphType type) {
      return new TableLayout(type, ground.table(type.tableKey()).columns());
    }

    @Override
    public TableState state(String tableKey) {
      TableState before = ground.table(tableKey).state(tableKey);
      return new TableState(
          tableKey, before.path(), before.version(), before.branch(), rows(tableKey).liveCount());
    }

    @Override
    public Adjacency adjacency(EdgeType type, boolean outgoing) {
      return tables.adjacency(
          rows(type.tableKey()),
          outgoing,
          rows(node(type.from()).tableKey()),
          rows(node(type.to()).tableKey()));
    }
  }
}
