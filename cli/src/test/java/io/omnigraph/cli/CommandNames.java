package io.omnigraph.cli;

import io.omnigraph.api.command.CommandPlugin;
import io.omnigraph.api.command.CommandPlugin.CommandEntry;
import io.omnigraph.cli.settings.Settings;
import io.omnigraph.ground.fault.FaultPoints;
import io.omnigraph.ground.process.StopRequest;
import io.omnigraph.plugins.Plugins;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine;

/** The names of the commands that plugins bring, with their groups, hidden ones too. */
public final class CommandNames {

  private CommandNames() {}

  /** The names. */
  public static Set<String> ofPlugins(Path directory) {
    var settings = new Settings(directory, Map.of(), new PrintWriter(Writer.nullWriter()));
    var context =
        new CliContext(new GlobalOptions(), settings, FaultPoints.none(), StopRequest.never());
    Set<String> names = new TreeSet<>();
    for (CommandPlugin plugin : Plugins.of(CommandPlugin.class)) {
      for (CommandEntry entry : plugin.commands(context)) {
        CommandLine command =
            entry.command() instanceof CommandLine line ? line : new CommandLine(entry.command());
        collect(entry.group().isEmpty() ? "" : entry.group() + " ", command, names);
      }
    }
    return names;
  }

  private static void collect(String before, CommandLine command, Set<String> names) {
    String name = before + command.getCommandName();
    names.add(name);
    command.getSubcommands().values().forEach(below -> collect(name + " ", below, names));
  }
}
