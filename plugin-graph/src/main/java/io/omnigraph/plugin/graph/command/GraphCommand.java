package io.omnigraph.plugin.graph.command;

import io.omnigraph.api.command.CommandContext;
import io.omnigraph.api.command.CommandFailure;
import io.omnigraph.api.command.TargetCommand;
import io.omnigraph.api.command.TargetSelection;
import io.omnigraph.api.command.Work;
import io.omnigraph.api.serving.Reply;
import io.omnigraph.graph.Graph;
import io.omnigraph.ground.access.Deed;
import io.omnigraph.ground.access.WriteGate;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A command about one graph, which it finds open where this process does the work.
 *
 * @param <A> the answer
 */
public abstract class GraphCommand<A> extends TargetCommand<A> {

  /** A command, as {@link TargetCommand} has it. */
  protected GraphCommand(CommandContext context, TargetSelection selection) {
    super(context, selection);
  }

  /** A branch as it was named, else the one that is used when none is; checked. */
  protected final String branch(@Nullable String named) {
    return CheckedNames.branch(orDefaultBranch(named));
  }

  /** Work that only looks. */
  protected final Work<A> reading(Function<Graph, A> here, Work.Served<A> there) {
    return new Work<>(graph -> LocalGraph.with(context(), graph, here), there);
  }

  /** Work that is not given up in the middle, which would leave files that nobody wants. */
  protected final Work<A> whole(Function<Graph, A> here, Work.Served<A> there) {
    return new Work<>(graph -> LocalGraph.whole(context(), graph, here), there);
  }

  /** Work on rows, on a graph that the rules of the configuration guard. */
  protected final Work<A> writing(Function<Graph, A> here, Work.Served<A> there) {
    return new Work<>(graph -> LocalGraph.writing(context(), target(), graph, here), there);
  }

  /**
   * Work on branches and tags, which the rules of the configuration allow before anything is
   * opened.
   *
   * @param writes what the rules are asked for, in order
   */
  final Work<A> naming(List<Deed> writes, Naming<A> here, Work.Served<A> there) {
    return new Work<>(
        graph -> {
          String actor = context().actor(target()).orElse(null);
          WriteGate gate = context().gate(target());
          writes.forEach(write -> gate.check(actor, write));
          return LocalGraph.whole(context(), graph, open -> result(here.name(open, actor)));
        },
        there);
  }

  /** Does what a server would do for the same request, and replies as it would. */
  @FunctionalInterface
  interface Naming<A> {

    /**
     * The reply.
     *
     * @param actor absent when nobody is named
     */
    Reply<A> name(Graph graph, @Nullable String actor);
  }

  private static <A> A result(Reply<A> reply) {
    return switch (reply) {
      case Reply.Ok<A>(A body) -> body;
      case Reply.Failed<A>(var problem) ->
          throw CommandFailure.detailed(problem.message(), problem.details());
    };
  }
}
