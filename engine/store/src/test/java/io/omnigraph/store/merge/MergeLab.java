package io.omnigraph.store.merge;

import io.omnigraph.graph.Graph;
import io.omnigraph.graph.Graphs;
import io.omnigraph.graph.column.Values;
import io.omnigraph.graph.failure.MergeConflict;
import io.omnigraph.graph.merge.MergeOutcome;
import io.omnigraph.graph.merge.MergeRequest;
import io.omnigraph.graph.merge.MergeRequest.Grain;
import io.omnigraph.graph.snapshot.Column;
import io.omnigraph.graph.snapshot.EdgeTable;
import io.omnigraph.graph.snapshot.ReadTarget;
import io.omnigraph.graph.snapshot.Snapshot;
import io.omnigraph.graph.snapshot.Table;
import io.omnigraph.graph.write.Transaction;
import io.omnigraph.graph.write.WriteRequest;
import io.omnigraph.ground.fault.FaultPoints;
import io.omnigraph.schema.catalog.GraphType;
import io.omnigraph.schema.catalog.Property;
import io.omnigraph.store.TestSchemas;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;

/** A real graph to branch and merge in. */
record MergeLab(Graph graph) implements AutoCloseable {

  static MergeLab create(Path directory, String schema) {
    return new MergeLab(
        Graphs.create(
            directory.resolve("lab.omni").toString(),
            TestSchemas.of(schema),
            Optional.empty(),
            FaultPoints.none()));
  }

  /** Commits some work to a branch. */
  void write(String branch, Consumer<Transaction> work) {
    graph.write(
        new WriteRequest(branch, null, "mutate"),
        t -> {
          work.accept(t);
          return "";
        });
  }

  MergeOutcome merge(String source, String target) {
    return merge(source, target, Grain.ROW);
  }

  MergeOutcome merge(String source, String target, Grain grain) {
    return graph.merge(new MergeRequest(source, target, grain, "ada", null));
  }

  /** An outcome in a word, or the conflicts as {@code kind(row)}. */
  static String shown(MergeOutcome outcome) {
    return switch (outcome) {
      case MergeOutcome.AlreadyUpToDate _ -> "up";
      case MergeOutcome.FastForward _ -> "ff";
      case MergeOutcome.Merged _ -> "merged";
      case MergeOutcome.Conflicting(var conflicts) ->
          String.join(", ", conflicts.stream().map(MergeLab::shown).toList());
      case MergeOutcome.Senseless(var reason) -> reason;
      case MergeOutcome.Incompatible(var reason) -> reason;
      case MergeOutcome.Overtaken(var reason, _) -> reason;
    };
  }

  /** Every row of a branch with its values, one text for each. */
  SortedSet<String> content(String branch) {
    Snapshot snapshot = graph.snapshot(new ReadTarget.Branch(branch));
    SortedSet<String> rows = new TreeSet<>();
    snapshot.schema().nodes().forEach(type -> add(type, snapshot.nodes(type.name()), rows));
    snapshot.schema().edges().forEach(type -> add(type, snapshot.edges(type.name()), rows));
    return rows;
  }

  private static void add(GraphType type, Table table, SortedSet<String> rows) {
    List<Property> properties = type.properties();
    List<Column> columns = properties.stream().map(p -> table.column(p.name())).toList();
    for (int row = 0; row < table.size(); row++) {
      if (table.isLive(row)) {
        StringBuilder text = new StringBuilder(type.name() + " " + table.id(row));
        if (table instanceof EdgeTable edges) {
          text.append(' ').append(edges.source(row)).append('>').append(edges.target(row));
        }
        for (int i = 0; i < columns.size(); i++) {
          Column column = columns.get(i);
          text.append(' ').append(properties.get(i).name()).append('=');
          text.append(column.isNull(row) ? "null" : "'" + Values.at(column, row) + "'");
        }
        rows.add(text.toString());
      }
    }
  }

  private static String shown(MergeConflict conflict) {
    return conflict.rowId() == null
        ? conflict.kind().word()
        : conflict.kind().word() + "(" + conflict.rowId() + ")";
  }

  @Override
  public void close() {
    graph.close();
  }
}
