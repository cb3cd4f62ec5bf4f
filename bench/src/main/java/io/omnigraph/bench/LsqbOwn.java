package io.omnigraph.bench;

import io.omnigraph.execute.operator.Limits;
import io.omnigraph.execute.result.QueryTarget;
import io.omnigraph.execute.result.ReadOutput;
import io.omnigraph.execute.run.Inspection;
import io.omnigraph.execute.run.QueryRunner;
import io.omnigraph.execute.run.RunnableQuery;
import io.omnigraph.graph.Graph;
import io.omnigraph.graph.embed.MockEmbedder;
import io.omnigraph.graph.snapshot.ReadTarget;
import io.omnigraph.graph.snapshot.Snapshot;
import io.omnigraph.ground.fault.FaultPoints;
import io.omnigraph.ground.source.SourceText;
import io.omnigraph.io.load.LoadMode;
import io.omnigraph.io.load.LoadOutcome;
import io.omnigraph.io.load.LoadRequest;
import io.omnigraph.io.load.LoadSource;
import io.omnigraph.io.load.Loader;
import io.omnigraph.schema.SchemaCompiler;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** OmniGraph with a snapshot that is held, in this process. */
final class LsqbOwn implements LsqbSystem {

  private static final QueryTarget MAIN = QueryTarget.branch("main");

  private final Graph graph;
  private final Snapshot snapshot;
  private final QueryRunner runner =
      new QueryRunner(InstantSource.system(), new MockEmbedder(), Limits.usual());
  private final Map<Integer, RunnableQuery> queries = new HashMap<>();

  private LsqbOwn(Graph graph) {
    this.graph = graph;
    this.snapshot = graph.snapshot(ReadTarget.main());
    for (LsqbQuery query : LsqbQuery.ALL) {
      queries.put(query.number(), RunnableQuery.of(new SourceText("lsqb.gq", query.text()), null));
    }
  }

  /** Loads the records of a directory. */
  static LsqbOwn of(Path directory) throws IOException {
    var schema =
        SchemaCompiler.compile(new SourceText("lsqb.pg", LsqbGraph.schema()))
            .schema()
            .orElseThrow();
    Graph graph =
        BenchEngine.SHARED.create(
            directory.resolve("lsqb.omni").toString(),
            schema,
            Optional.empty(),
            FaultPoints.none());
    LoadOutcome outcome =
        new Loader(graph)
            .load(
                new LoadRequest("main", LoadMode.APPEND, null),
                LoadSource.file(LsqbFiles.records(directory)));
    if (!(outcome instanceof LoadOutcome.Loaded)) {
      throw new IllegalStateException("the load was refused: " + outcome);
    }
    return new LsqbOwn(graph);
  }

  @Override
  public String name() {
    return "omnigraph";
  }

  @Override
  public long count(LsqbQuery query) {
    RunnableQuery prepared = prepared(query);
    ReadOutput output = runner.read(prepared, prepared.bind(null), snapshot, MAIN);
    return (Long) output.rows().getFirst().values().iterator().next();
  }

  /** How a query is answered, with what was measured. */
  String profile(LsqbQuery query) {
    RunnableQuery prepared = prepared(query);
    return String.valueOf(
        runner.inspect(prepared, prepared.bind(null), graph, MAIN, Inspection.PROFILE).plan());
  }

  private RunnableQuery prepared(LsqbQuery query) {
    return Optional.ofNullable(queries.get(query.number())).orElseThrow();
  }

  @Override
  public void close() {
    graph.close();
  }
}
