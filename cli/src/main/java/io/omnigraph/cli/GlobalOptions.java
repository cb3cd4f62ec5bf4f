package io.omnigraph.cli;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options that every command takes, before or after its own. */
public final class GlobalOptions {

  @Option(
      names = "--as",
      paramLabel = "ACTOR",
      scope = ScopeType.INHERIT,
      description = "Who acts; recorded with every change that the command makes.")
  private @Nullable String actor;

  @Option(
      names = "--server",
      paramLabel = "NAME",
      scope = ScopeType.INHERIT,
      description = "A server named under `servers:` in ~/.omnigraph/config.yaml.")
  private @Nullable String server;

  @Option(
      names = "--graph",
      paramLabel = "GRAPH_ID",
      scope = ScopeType.INHERIT,
      description = "A graph on that server.")
  private @Nullable String graph;

  /** Filled by picocli. */
  GlobalOptions() {}

  /** The actor that was given. */
  public Optional<String> actor() {
    return Optional.ofNullable(actor);
  }

  /** The server that was given. */
  public Optional<String> server() {
    return Optional.ofNullable(server);
  }

  /** The graph that was given. */
  public Optional<String> graph() {
    return Optional.ofNullable(graph);
  }
}
