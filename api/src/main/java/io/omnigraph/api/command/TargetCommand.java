package io.omnigraph.api.command;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;

/**
 * A command about one graph. It says once what is asked for, as {@link Work}; whether this process
 * or a server answers is decided by the options, and the answer looks the same.
 *
 * @param <A> the answer, as {@link AnswerCommand} has it
 */
public abstract class TargetCommand<A> extends AnswerCommand<A> {

  private final CommandContext context;

  @Mixin private final TargetSelection selection;

  /**
   * A command.
   *
   * @param selection a new {@link TargetOptions} where the graph is the operand, a new {@link
   *     TargetFlags} where something else is
   */
  protected TargetCommand(CommandContext context, TargetSelection selection) {
    this.context = context;
    this.selection = selection;
  }

  /**
   * What is asked for, read from the options and checked as far as it can be without the graph.
   *
   * @throws CommandFailure when the options make no sense
   */
  protected abstract Work<A> work();

  @Override
  protected A answer() {
    return work().run(context, target());
  }

  /** What the command knows of the world. */
  protected final CommandContext context() {
    return context;
  }

  /** The options that select the graph. */
  protected final TargetOptions target() {
    return selection.options();
  }

  /** A branch as it was named, else the one that is used when none is. */
  protected final String orDefaultBranch(@Nullable String named) {
    return named == null ? context.defaultBranch(target()) : named;
  }
}
