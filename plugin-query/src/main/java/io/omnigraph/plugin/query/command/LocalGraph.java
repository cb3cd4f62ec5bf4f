package io.omnigraph.plugin.query.command;

import io.omnigraph.api.command.CommandContext;
import io.omnigraph.api.command.CommandFailure;
import io.omnigraph.api.command.Target;
import io.omnigraph.api.command.TargetOptions;
import io.omnigraph.execute.result.QueryRejected;
import io.omnigraph.graph.BranchNames;
import io.omnigraph.graph.DamagedGraphException;
import io.omnigraph.graph.Graph;
import io.omnigraph.graph.GraphException;
import io.omnigraph.graph.GuardedGraph;
import io.omnigraph.graph.NoSuchTargetException;
import io.omnigraph.graph.embed.EmbeddingException;
import io.omnigraph.graph.embed.NoEmbedderException;
import io.omnigraph.graph.write.WriteRejected;
import io.omnigraph.ground.access.WriteGate;
import io.omnigraph.plugin.schema.ProcessEngine;
import java.io.UncheckedIOException;
import java.util.function.Function;

/** Opens graphs for commands, and turns what stops a query into a message. */
final class LocalGraph {

  private LocalGraph() {}

  /**
   * Does something with an open graph and closes it.
   *
   * @throws CommandFailure when the graph cannot be opened, or the query cannot be carried out
   */
  static <R> R with(CommandContext context, Target.Local target, Function<Graph, R> work) {
    try (Graph graph = ProcessEngine.get().open(target.uri(), context.faults())) {
      return work.apply(graph);
    } catch (QueryRejected e) {
      throw CommandFailure.failed(e.shown());
    } catch (GraphException
        | NoSuchTargetException
        | DamagedGraphException
        | WriteRejected
        | NoEmbedderException
        | EmbeddingException e) {
      throw CommandFailure.failed(String.valueOf(e.getMessage()));
    } catch (UncheckedIOException e) {
      throw CommandFailure.failed(String.valueOf(e.getMessage()), e);
    }
  }

  /**
   * Does something that writes, behind the rules that the configuration names for the graph. They
   * are read before the graph is opened.
   */
  static <R> R writing(
      CommandContext context, TargetOptions options, Target.Local target, Function<Graph, R> work) {
    WriteGate gate = context.gate(options);
    String actor = context.actor(options).orElse(null);
    return context
        .stop()
        .afterwards(
            () -> with(context, target, graph -> work.apply(new GuardedGraph(graph, gate, actor))));
  }

  /**
   * The name of a branch without surrounding blanks.
   *
   * @throws CommandFailure when no branch can have it
   */
  static String branch(String name) {
    String branch = name.strip();
    BranchNames.problem(branch)
        .ifPresent(problem -> {
          throw CommandFailure.failed(problem);
        });
    return branch;
  }
}
