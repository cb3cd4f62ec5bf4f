package io.omnigraph.api.command;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The options that select a graph; a picocli mixin for commands that take it as their operand. */
public final class TargetOptions {

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "URI",
      description = "Graph root (path, file://, s3://), or the URL of a served graph.")
  private @Nullable String positional;

  @Option(names = "--uri", paramLabel = "URI", description = "The same, as an option.")
  private @Nullable String uri;

  @Option(
      names = "--target",
      paramLabel = "NAME",
      description = "A graph named under `graphs:` in omnigraph.yaml.")
  private @Nullable String target;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Use this omnigraph.yaml instead of the one in the working directory.")
  private @Nullable String config;

  /** Made by picocli. */
  public TargetOptions() {}

  /** The options of a command whose operand is something else. */
  static TargetOptions of(@Nullable String uri, @Nullable String target, @Nullable String config) {
    TargetOptions options = new TargetOptions();
    options.uri = uri;
    options.target = target;
    options.config = config;
    return options;
  }

  /** The URI that was given as an operand or an option. */
  public Optional<String> uri() {
    return Optional.ofNullable(uri == null ? positional : uri);
  }

  /** Whether the URI was given twice. */
  public boolean hasTwoUris() {
    return uri != null && positional != null;
  }

  /** The name of a configured graph. */
  public Optional<String> target() {
    return Optional.ofNullable(target);
  }

  /** The configuration file to use. */
  public Optional<String> config() {
    return Optional.ofNullable(config);
  }
}
