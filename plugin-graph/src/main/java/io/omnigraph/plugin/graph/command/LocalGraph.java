package io.omnigraph.plugin.graph.command;

import io.omnigraph.api.command.CommandContext;
import io.omnigraph.api.command.Target;
import io.omnigraph.api.command.TargetOptions;
import io.omnigraph.graph.Graph;
import io.omnigraph.graph.GuardedGraph;
import io.omnigraph.ground.access.WriteGate;
import io.omnigraph.plugin.schema.ProcessEngine;
import java.util.function.Function;
import java.util.function.Supplier;

/** Opens graphs for commands, and turns what the engine cannot do into words for people. */
public final class LocalGraph {

  private LocalGraph() {}

  /** Does something with an open graph and closes it. */
  public static <R> R with(CommandContext context, Target.Local target, Function<Graph, R> work) {
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
  public static <R> R writing(
      CommandContext context, TargetOptions options, Target.Local target, Function<Graph, R> work) {
    WriteGate gate = context.gate(options);
    String actor = context.actor(options).orElse(null);
    return whole(context, target, graph -> work.apply(new GuardedGraph(graph, gate, actor)));
  }

  /** Does something with the graph at a root, opened or created by the work itself. */
  static <R> R reporting(String uri, Supplier<R> work) {
    try {
      return work.get();
    } catch (RuntimeException e) {
      throw CommandFailures.of(uri, e);
    }
  }

  /**
   * The name of a branch or a tag without surrounding blanks.
   *
   * @throws io.omnigraph.api.command.CommandFailure when nothing can have it
   */
  public static String branch(String name) {
    return CheckedNames.branch(name);
  }
}
