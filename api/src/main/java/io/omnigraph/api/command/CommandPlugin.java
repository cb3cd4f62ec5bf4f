package io.omnigraph.api.command;

import java.util.List;

/**
 * The command-line side of a plugin. Found through {@link java.util.ServiceLoader}; made once in a
 * process. Making the plugin and its commands must be cheap: they are made for every invocation,
 * whichever command runs.
 */
public interface CommandPlugin {

  /** The commands, in the order in which help shows them. */
  List<CommandEntry> commands(CommandContext context);

  /**
   * A command and where it stands.
   *
   * @param group the word before the command's own: {@code schema} of {@code schema plan}; empty
   *     for a command at the top. Several plugins may add to one group.
   * @param command an object with picocli's annotations that is a {@code Callable<Integer>}; prints
   *     to the streams of its {@code CommandSpec}
   */
  record CommandEntry(String group, Object command) {

    /** A command at the top. */
    public static CommandEntry top(Object command) {
      return new CommandEntry("", command);
    }

    /** A command of a group. */
    public static CommandEntry in(String group, Object command) {
      return new CommandEntry(group, command);
    }
  }
}
