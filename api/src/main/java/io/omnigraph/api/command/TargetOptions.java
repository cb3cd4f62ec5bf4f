package io.omnigraph.api.command;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The options that select a graph; a picocli mixin for commands that take it as their operand. */
public final class TargetOptions implements TargetSelection {

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "URI",
      description = "Graph root (path, file://, s3://), or the URL of a served graph.")
  private @Nullable String positional;

  @Mixin private final TargetFlags flags;

  /** Made by picocli. */
  public TargetOptions() {
    this(new TargetFlags());
  }

  /** The options of a command whose operand is something else. */
  TargetOptions(TargetFlags flags) {
    this.flags = flags;
  }

  @Override
  public TargetOptions options() {
    return this;
  }

  /** The URI that was given as an operand or an option. */
  public Optional<String> uri() {
    return flags.uri().or(() -> Optional.ofNullable(positional));
  }

  /** Whether the URI was given twice. */
  public boolean hasTwoUris() {
    return flags.uri().isPresent() && positional != null;
  }

  /** The name of a configured graph. */
  public Optional<String> target() {
    return flags.target();
  }

  /** The configuration file to use. */
  public Optional<String> config() {
    return flags.config();
  }
}
