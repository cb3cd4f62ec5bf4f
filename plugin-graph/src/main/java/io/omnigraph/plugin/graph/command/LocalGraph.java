package io.omnigraph.plugin.graph.command;

import io.omnigraph.api.command.CommandContext;
import io.omnigraph.api.command.CommandFailure;
import io.omnigraph.api.command.Target;
import io.omnigraph.api.command.TargetOptions;
import io.omnigraph.graph.DamagedGraphException;
import io.omnigraph.graph.Graph;
import io.omnigraph.graph.GraphException;
import io.omnigraph.graph.GuardedGraph;
import io.omnigraph.graph.NoSuchTargetException;
import io.omnigraph.graph.write.WriteRejected;
import io.omnigraph.ground.access.WriteGate;
import io.omnigraph.plugin.schema.ProcessEngine;
import java.io.UncheckedIOException;
import java.util.function.Function;
import java.util.function.Supplier;

/** Opens graphs for commands, and turns what the engine throws into one line for people. */
final class LocalGraph {

  private LocalGraph() {}

  /** Does something with an open graph and closes it. */
  static <R> R with(CommandContext context, Target.Local target, Function<Graph, R> work) {
    return reporting(
        target.uri(),
        () -> {
          try (Graph graph = ProcessEngine.get().open(target.uri(), context.faults())) {
            return work.apply(graph);
          }
        });
  }

  /** The same, where ending in the middle would leave files behind that nobody wants. */
  static <R> R whole(CommandContext context, Target.Local target, Function<Graph, R> work) {
    return context.stop().afterwards(() -> with(context, target, work));
  }

  /**
   * Does something that writes, behind the rules that the configuration names for the graph. They
   * are read before the graph is opened.
   */
  static <R> R writing(
      CommandContext context, TargetOptions options, Target.Local target, Function<Graph, R> work) {
    WriteGate gate = context.gate(options);
    String actor = context.actor(options).orElse(null);
    return whole(context, target, graph -> work.apply(new GuardedGraph(graph, gate, actor)));
  }

  /** Does something with the graph at a root, opened or created by the work itself. */
  static <R> R reporting(String uri, Supplier<R> work) {
    try {
      return work.get();
    } catch (GraphException e) {
      throw CommandFailure.failed(message(uri, e), e);
    } catch (NoSuchTargetException
        | WriteRejected
        | DamagedGraphException
        | UncheckedIOException e) {
      throw CommandFailure.failed(String.valueOf(e.getMessage()), e);
    }
  }

  private static String message(String uri, GraphException failure) {
    return switch (failure.reason()) {
      case MISSING ->
          "graph not found at `%s`; create one with `omnigraph init --schema FILE %s`"
              .formatted(uri, uri);
      case EXISTS, UNREADABLE -> String.valueOf(failure.getMessage());
    };
  }
}
