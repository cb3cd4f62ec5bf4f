package io.omnigraph.execute.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnigraph.execute.fixture.Reads;
import io.omnigraph.execute.operator.Limits;
import io.omnigraph.execute.run.QueryRunner;
import io.omnigraph.execute.run.RunnableQuery;
import io.omnigraph.graph.Graph;
import io.omnigraph.graph.Graphs;
import io.omnigraph.graph.diff.DiffFilter;
import io.omnigraph.graph.embed.MockEmbedder;
import io.omnigraph.graph.failure.MergeConflict;
import io.omnigraph.graph.live.LiveSchema;
import io.omnigraph.graph.merge.MergeOutcome;
import io.omnigraph.graph.merge.MergeRequest;
import io.omnigraph.graph.snapshot.EdgeTable;
import io.omnigraph.graph.snapshot.ReadTarget;
import io.omnigraph.graph.snapshot.Snapshot;
import io.omnigraph.graph.write.WriteRequest;
import io.omnigraph.ground.fault.FaultPoints;
import io.omnigraph.ground.source.SourceText;
import io.omnigraph.io.export.Exporter;
import io.omnigraph.io.load.LoadMode;
import io.omnigraph.io.load.LoadOutcome;
import io.omnigraph.io.load.LoadRequest;
import io.omnigraph.io.load.LoadSource;
import io.omnigraph.io.load.Loader;
import io.omnigraph.schema.SchemaCompiler;
import io.omnigraph.schema.catalog.Schema;
import io.omnigraph.schema.migration.MigrationStep.DropMode;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** A stored graph of friends that may have a key on its edges, and what is done to it. */
final class EdgeKeyLab implements AutoCloseable {

  /** Its schema, without a key. */
  static final String FREE =
      """
      node Author { handle: String @key }
      node Guest { name: String }
      edge Follows: Author -> Author { kind: String  since: Date?  weight: F64? }
      edge Meets: Guest -> Guest { place: String? }
      """;

  /** Its schema, with keys on both types of edges. */
  static final String KEYED =
      FREE.replace("weight: F64? }", "weight: F64?  @key(@src, @dst, kind) }")
          .replace("place: String? }", "place: String?  @key(@src, @dst) }");

  private final QueryRunner runner =
      new QueryRunner(InstantSource.fixed(Reads.NOW), new MockEmbedder(), Limits.usual());
  private final Graph graph;

  EdgeKeyLab(Path root, String schema) {
    graph = Graphs.create(root.toString(), schema(schema), Optional.empty(), FaultPoints.none());
    mutate("main", "insert Author { handle: \"ann\" } insert Author { handle: \"ben\" }");
  }

  static Schema schema(String source) {
    return SchemaCompiler.compile(new SourceText("test.pg", source)).schema().orElseThrow();
  }

  Graph graph() {
    return graph;
  }

  /** Runs the body of a mutation, and says how many edges it affected. */
  long mutate(String branch, String body) {
    RunnableQuery query = RunnableQuery.of(new SourceText("test.gq", Reads.query("", body)), null);
    var change =
        runner.change(
            query, query.bind(null), graph, new WriteRequest(branch, null, QueryRunner.OPERATION));
    return ((QueryRunner.Change.Done) change).output().affectedEdges();
  }

  /** The outcome of a load in a word, or what is wrong. */
  String load(LoadMode mode, String... records) {
    LoadOutcome outcome =
        new Loader(graph)
            .load(
                new LoadRequest("main", mode, null),
                LoadSource.bytes(
                    "data", String.join("\n", records).getBytes(StandardCharsets.UTF_8)));
    return outcome instanceof LoadOutcome.Loaded ? "loaded" : outcome.toString();
  }

  /** The outcome of a merge into main, and its conflicts. */
  String merge(String branch) {
    MergeOutcome outcome =
        graph.merge(new MergeRequest(branch, "main", MergeRequest.Grain.ROW, null, null));
    return switch (outcome) {
      case MergeOutcome.AlreadyUpToDate _ -> "up_to_date";
      case MergeOutcome.FastForward _ -> "fast_forward";
      case MergeOutcome.Merged _ -> "merged";
      case MergeOutcome.Conflicting(List<MergeConflict> conflicts) -> {
        MergeConflict conflict = conflicts.getFirst();
        yield conflict.kind().word() + " " + conflict.rowId();
      }
      case MergeOutcome.Senseless _, MergeOutcome.Incompatible _, MergeOutcome.Overtaken _ ->
          throw new AssertionError(outcome);
    };
  }

  /** The edges of a branch: {@code id since}, with {@code -} for no date. */
  List<String> edges(String branch) {
    Snapshot snapshot = graph.snapshot(new ReadTarget.Branch(branch));
    EdgeTable edges = snapshot.edges("Follows");
    List<String> shown = new ArrayList<>();
    for (int row = 0; row < edges.size(); row++) {
      if (edges.isLive(row)) {
        boolean isDated = !edges.column("since").isNull(row);
        shown.add(edges.id(row) + (isDated ? " dated" : " -"));
      }
    }
    return shown.stream().sorted().toList();
  }

  /** Inserts a meeting of the only guest of a branch with itself. */
  void meet(String branch) {
    var guests = graph.snapshot(new ReadTarget.Branch(branch)).nodes("Guest");
    graph.write(
        new WriteRequest(branch, null, "mutate"),
        t -> t.upsertEdge("Meets", null, guests.id(0), guests.id(0), Map.of()));
  }

  /** The ids of the meetings on main. */
  List<String> meetings() {
    EdgeTable edges = graph.snapshot(ReadTarget.main()).edges("Meets");
    return IntStream.range(0, edges.size()).filter(edges::isLive).mapToObj(edges::id).toList();
  }

  /** What a schema apply on main says: {@code applied}, or why not. */
  String apply(String schema) {
    try (LiveSchema live = Graphs.ENGINE.schemas().open(graph.uri(), FaultPoints.none())) {
      return switch (live.apply(schema(schema), DropMode.SOFT, Optional.empty())) {
        case LiveSchema.Outcome.Applied _ -> "applied";
        case LiveSchema.Outcome.Refused(String reason) -> reason;
        case LiveSchema.Outcome.Conflict(String reason) -> reason;
      };
    }
  }

  /** The lines of edges in an export of main. */
  List<String> exported() {
    Snapshot snapshot = graph.snapshot(ReadTarget.main());
    StringWriter out = new StringWriter();
    try {
      new Exporter(snapshot).write(List.copyOf(snapshot.schema().edges()), out);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return out.toString().lines().toList();
  }

  /** The changes between two commits of main, as {@code op id}. */
  List<String> diff(String from, String to) {
    List<String> shown = new ArrayList<>();
    graph
        .diff(new ReadTarget.AtCommit(from), new ReadTarget.AtCommit(to))
        .each(DiffFilter.ALL, change -> shown.add(change.op().word() + " " + change.id()));
    return shown;
  }

  String head() {
    return graph.history("main").getFirst().id();
  }

  void expectEdges(String... shown) {
    assertThat(edges("main")).containsExactly(shown);
  }

  @Override
  public void close() {
    graph.close();
  }
}
