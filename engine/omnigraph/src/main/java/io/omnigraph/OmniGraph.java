package io.omnigraph;

import io.omnigraph.execute.run.QueryRunner;
import io.omnigraph.graph.Graph;
import io.omnigraph.graph.GraphEngine;
import io.omnigraph.graph.GraphEngineProvider;
import io.omnigraph.graph.GraphException;
import io.omnigraph.graph.World;
import io.omnigraph.graph.merge.MergeOutcome;
import io.omnigraph.graph.merge.MergeRequest;
import io.omnigraph.ground.fault.FaultPoints;
import io.omnigraph.ground.source.SourceText;
import io.omnigraph.schema.SchemaCompiler;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A graph in a program of one's own: opened or created by its root, and used through its branches.
 *
 * <p>A root is a path or a URI of a storage scheme that is installed. Any number of threads may use
 * one object, and any number of processes may have the same graph open. Everything that this class
 * offers is also there in parts, for programs that want more: {@link #graph} is the open graph
 * itself.
 */
public final class OmniGraph implements AutoCloseable {

  private final Graph graph;
  private final QueryRunner queries;

  private OmniGraph(Graph graph, World world) {
    this.graph = graph;
    this.queries = QueryRunner.in(world);
  }

  /**
   * Opens a graph with an engine of its own, in the world as it is. Writes nothing. A program that
   * has several graphs open, or one graph several times, shares an engine between them.
   *
   * @throws GraphException when there is no graph at the root, or it cannot be opened
   * @see #open(String, GraphEngine)
   */
  public static OmniGraph open(String root) {
    return open(root, engine(World.of(System.getenv())));
  }

  /**
   * Opens a graph with an engine that graphs share, or that is made for another clock, other ids or
   * another environment. Writes nothing.
   *
   * @throws GraphException when there is no graph at the root, or it cannot be opened
   */
  public static OmniGraph open(String root, GraphEngine engine) {
    return new OmniGraph(engine.open(root, FaultPoints.none()), engine.world());
  }

  /**
   * Creates a graph with branch {@code main} and no rows, with an engine of its own as {@link
   * #open(String)} does.
   *
   * @param schema the text of its schema
   * @throws IllegalArgumentException when the schema has mistakes; the message shows all of them
   * @throws GraphException when something is at the root already, or it cannot be written
   */
  public static OmniGraph create(String root, String schema) {
    return create(root, schema, engine(World.of(System.getenv())));
  }

  /**
   * Creates a graph likewise, with an engine that is given.
   *
   * @see #open(String, GraphEngine)
   */
  public static OmniGraph create(String root, String schema, GraphEngine engine) {
    SchemaCompiler.Result compiled = SchemaCompiler.compile(new SourceText("schema", schema));
    return new OmniGraph(
        engine.create(
            root,
            compiled.schema().orElseThrow(() -> new IllegalArgumentException(mistakes(compiled))),
            Optional.empty(),
            FaultPoints.none()),
        engine.world());
  }

  /**
   * Makes an engine. Graphs that are opened with it share its caches and their memory budget, and
   * its cleanups leave alone who reads through it; other engines it knows as little as other
   * processes.
   */
  public static GraphEngine engine(World world) {
    return GraphEngineProvider.installed()
        .orElseThrow(() -> new IllegalStateException("no storage engine for graphs is installed"))
        .engine(world);
  }

  /** A branch of the graph to read from and write to; it need not exist yet. */
  public GraphBranch on(String branch) {
    return new GraphBranch(graph, queries, branch);
  }

  /**
   * Creates a branch at the head of another one, at the same cost whatever the graph's size, and
   * says whether it did; it does not when there is a branch of the name.
   */
  public boolean branch(String name, String from) {
    return graph.createBranch(name, from);
  }

  /**
   * Merges a branch into another one, row by row. Only a merge that the outcome tells of happened.
   */
  public MergeOutcome merge(String source, String target) {
    return graph.merge(new MergeRequest(source, target, MergeRequest.Grain.ROW, null, null));
  }

  /** The open graph: snapshots, transactions, history, differences, tags and upkeep. */
  public Graph graph() {
    return graph;
  }

  /** Lets go of files and memory. Nothing that came from this object may be used afterwards. */
  @Override
  public void close() {
    graph.close();
  }

  private static String mistakes(SchemaCompiler.Result compiled) {
    return compiled.problems().stream()
        .map(SchemaCompiler.Problem::text)
        .collect(Collectors.joining("\n"));
  }
}
