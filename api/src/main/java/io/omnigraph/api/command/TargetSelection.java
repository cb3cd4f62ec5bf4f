package io.omnigraph.api.command;

/** A picocli mixin of options that select a graph. */
public sealed interface TargetSelection permits TargetFlags, TargetOptions {

  /** The selection in the form that {@link CommandContext} takes. */
  TargetOptions options();
}
