package io.omnigraph.api.command;

import java.util.function.Function;

/**
 * What a command does, in the two forms that it has: here, on a graph that this process opens, and
 * there, by a server that has the graph. Both give the same answer.
 *
 * @param here opens the graph, does the work and closes it
 * @param there asks the server for the same
 */
public record Work<A>(Function<Target.Local, A> here, Served<A> there) {

  /** Asks a server. */
  @FunctionalInterface
  public interface Served<A> {

    /**
     * The server's answer.
     *
     * @param target as the user named it
     * @throws CommandFailure when it has none
     */
    A ask(Target.Remote target, RemoteGraph graph);
  }

  /**
   * Does the work where the graph is.
   *
   * @throws CommandFailure when no graph is selected, or the work cannot be done
   */
  public A run(CommandContext context, TargetOptions options) {
    return switch (context.target(options)) {
      case Target.Local local -> here.apply(local);
      case Target.Remote remote -> there.ask(remote, context.connect(remote));
    };
  }
}
