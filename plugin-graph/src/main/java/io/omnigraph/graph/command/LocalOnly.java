package io.omnigraph.graph.command;

import io.omnigraph.api.command.CommandContext;
import io.omnigraph.api.command.CommandFailure;
import io.omnigraph.api.command.Target;
import io.omnigraph.api.command.TargetOptions;

/** The target of commands that work on files and so cannot go through a server. */
final class LocalOnly {

  private LocalOnly() {}

  /**
   * A root that this process opens itself.
   *
   * @throws CommandFailure when the target is behind a server
   */
  static Target.Local target(CommandContext context, TargetOptions options, String command) {
    return switch (context.target(options)) {
      case Target.Local local -> local;
      case Target.Remote remote ->
          throw CommandFailure.failed(
              "`%s` is only supported against local graph URIs, found `%s`"
                  .formatted(command, remote.uri()));
    };
  }
}
