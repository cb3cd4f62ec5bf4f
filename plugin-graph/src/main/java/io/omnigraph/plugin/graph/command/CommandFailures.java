package io.omnigraph.plugin.graph.command;

import io.omnigraph.api.command.CommandFailure;
import io.omnigraph.graph.GraphException;
import io.omnigraph.graph.failure.GraphFailure;
import io.omnigraph.graph.failure.GraphFailure.Thing;
import io.omnigraph.graph.failure.GraphFailureException;
import io.omnigraph.plugin.graph.serving.Failures;

/**
 * Says on a command line why the engine did not do what it was asked to: the one mapping to text
 * and exit code for all commands that open a graph, those of other slices included
 * (docs/reference/command-line.md §1.2).
 */
public final class CommandFailures {

  private CommandFailures() {}

  /**
   * A failure that is known as a value.
   *
   * @param uri the graph's root as the user named it
   */
  public static CommandFailure of(String uri, GraphFailure failure) {
    return of(uri, failure, failure.message());
  }

  /** A failure that was thrown; an exception that nobody expects is thrown on. */
  static CommandFailure of(String uri, RuntimeException exception) {
    GraphFailure failure = GraphFailureException.failureOf(exception).orElseThrow(() -> exception);
    String full = String.valueOf(exception.getMessage());
    boolean isWhole = exception instanceof GraphException;
    return failure instanceof GraphFailure.Damaged && isWhole
        ? CommandFailure.failed(full)
        : of(uri, failure, full);
  }

  /**
   * A failure.
   *
   * @param full what is wrong, with the paths that people at this machine may know
   */
  private static CommandFailure of(String uri, GraphFailure failure, String full) {
    return switch (failure) {
      case GraphFailure.NotFound(Thing thing, _) when thing == Thing.GRAPH ->
          CommandFailure.failed(
              "graph not found at `%s`; create one with `omnigraph init --schema FILE %s`"
                  .formatted(uri, uri));
      case GraphFailure.NotFound _ -> CommandFailure.failed(full);
      case GraphFailure.Rejected rejected ->
          rejected.findings().isEmpty()
              ? CommandFailure.failed(rejected.shown())
              : CommandFailure.answered(rejected.shown(), Failures.problem(rejected).body());
      case GraphFailure.Denied _ -> CommandFailure.failed(full);
      case GraphFailure.Conflict conflict ->
          CommandFailure.detailed(
              conflict.stale() == null ? full : full + "; nothing was written, so run it again",
              Failures.problem(conflict).details());
      case GraphFailure.Damaged _ ->
          CommandFailure.failed(
              "the graph at `%s` is damaged: %s; `omnigraph repair %s` says what can be mended"
                  .formatted(uri, full, uri));
      case GraphFailure.Limit limit ->
          CommandFailure.detailed(full, Failures.problem(limit).details());
      case GraphFailure.Unavailable _ -> CommandFailure.failed(full);
      case GraphFailure.UnknownOutcome unknown ->
          CommandFailure.detailed(full, Failures.problem(unknown).details());
    };
  }
}
