package io.omnigraph.store.schema;

import io.omnigraph.graph.Graph;
import io.omnigraph.graph.Graphs;
import io.omnigraph.graph.column.Values;
import io.omnigraph.graph.live.LiveSchema;
import io.omnigraph.graph.live.LiveSchema.Outcome;
import io.omnigraph.graph.snapshot.Column;
import io.omnigraph.graph.snapshot.ReadTarget;
import io.omnigraph.graph.snapshot.Snapshot;
import io.omnigraph.graph.snapshot.Table;
import io.omnigraph.graph.write.Transaction;
import io.omnigraph.graph.write.WriteRequest;
import io.omnigraph.ground.fault.FaultPoints;
import io.omnigraph.schema.migration.MigrationStep.DropMode;
import io.omnigraph.schema.migration.SchemaPlan;
import io.omnigraph.store.TestSchemas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A graph of three ships, two ports and three calls, whose schema is to change. */
final class Harbor {

  static final String SCHEMA =
      """
      node Ship { imo: String @key  name: String?  tons: I32?  status: enum(active, laid_up)? }
      node Port { code: String @key }
      edge Calls: Ship -> Port
      """;

  private final String root;

  /** Makes the graph. */
  Harbor(Path directory) {
    this.root = directory.resolve("g.omni").toString();
    Graphs.create(root, TestSchemas.of(SCHEMA), Optional.empty(), FaultPoints.none()).close();
    write(
        "main",
        t -> {
          t.upsertNode("Ship", null, Map.of("imo", "1", "name", "Kestrel", "tons", 5L));
          t.upsertNode("Ship", null, Map.of("imo", "2", "name", "Tern", "status", "active"));
          t.upsertNode("Ship", null, Map.of("imo", "3", "name", "Tern", "status", "laid_up"));
          t.upsertNode("Port", null, Map.of("code", "A"));
          t.upsertNode("Port", null, Map.of("code", "B"));
          t.upsertEdge("Calls", "c1", "1", "A", Map.of());
          t.upsertEdge("Calls", "c2", "1", "B", Map.of());
          t.upsertEdge("Calls", "c3", "2", "B", Map.of());
        });
  }

  /** Where it lies. */
  String root() {
    return root;
  }

  void write(String branch, Consumer<Transaction> work) {
    try (Graph graph = open()) {
      graph.write(
          new WriteRequest(branch, null, "load"),
          t -> {
            work.accept(t);
            return true;
          });
    }
  }

  void branch(String name) {
    try (Graph graph = open()) {
      graph.createBranch(name, "main");
    }
  }

  SchemaPlan plan(String source) {
    try (LiveSchema live = Graphs.ENGINE.schemas().openReadOnly(root)) {
      return live.plan(TestSchemas.of(source), DropMode.SOFT);
    }
  }

  Outcome apply(String source) {
    return apply(source, DropMode.SOFT, FaultPoints.none());
  }

  Outcome apply(String source, DropMode mode, FaultPoints faults) {
    try (LiveSchema live = Graphs.ENGINE.schemas().open(root, faults)) {
      return live.apply(TestSchemas.of(source), mode, Optional.of("andrew"));
    }
  }

  Graph open() {
    return Graphs.open(root, FaultPoints.none());
  }

  /** Every value of a type on a branch: {@code id.property} and the value, nulls left out. */
  SortedMap<String, Object> values(String branch, String type) {
    try (Graph graph = open()) {
      return values(graph.snapshot(new ReadTarget.Branch(branch)), type);
    }
  }

  static SortedMap<String, Object> values(Snapshot snapshot, String type) {
    SortedMap<String, Object> values = new TreeMap<>();
    boolean isNode = snapshot.schema().node(type).isPresent();
    Table table = isNode ? snapshot.nodes(type) : snapshot.edges(type);
    var declared =
        isNode
            ? snapshot.schema().node(type).orElseThrow()
            : snapshot.schema().edge(type).orElseThrow();
    for (int row = 0; row < table.size(); row++) {
      if (table.isLive(row)) {
        values.put(table.id(row), "");
        for (var property : declared.properties()) {
          Column column = table.column(property.name());
          if (!column.isNull(row)) {
            values.put(table.id(row) + "." + property.name(), Values.at(column, row));
          }
        }
      }
    }
    return values;
  }

  /** The files that hold rows. */
  Set<Path> dataFiles() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of(root, "tables"))) {
      return files
          .filter(f -> f.toString().endsWith(".lance"))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }
}
