package io.omnigraph.api.command;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * The options that select a graph; a picocli mixin for commands whose operand is something else,
 * such as a branch or a commit.
 */
public final class TargetFlags implements TargetSelection {

  @Option(
      names = "--uri",
      paramLabel = "URI",
      description = "Graph root (path, file://, s3://), or the URL of a served graph.")
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
  public TargetFlags() {}

  @Override
  public TargetOptions options() {
    return new TargetOptions(this);
  }

  Optional<String> uri() {
    return Optional.ofNullable(uri);
  }

  Optional<String> target() {
    return Optional.ofNullable(target);
  }

  Optional<String> config() {
    return Optional.ofNullable(config);
  }
}
