package io.omnigraph.cli;

import io.omnigraph.api.command.CommandFailure;
import io.omnigraph.api.command.CommandPlugin;
import io.omnigraph.cli.cluster.ClusterCommands;
import io.omnigraph.core.cluster.ClusterEnvironment;
import io.omnigraph.ground.access.AccessDeniedException;
import io.omnigraph.ground.json.Json;
import io.omnigraph.ground.process.OutputLost;
import io.omnigraph.ground.process.Stopped;
import java.io.PrintWriter;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Puts the commands of all plugins under one root and runs one of them. Results go to {@code out},
 * everything else to {@code err}.
 */
public final class CommandLineDoor {

  private static final Map<String, String> GROUPS =
      Map.of(
          "branch", "Branches of a graph.",
          "cluster", "The control plane: validate, plan, apply, inspect and repair a deployment.",
          "commit", "The history of a graph.",
          "policy", "Policy bundles.",
          "queries", "Stored queries.",
          "schema", "The schema of a graph.",
          "tag", "Names for commits of a graph.");

  private static final int USAGE = 2;
  private static final String ERROR = "Error: ";

  private final CommandLine commandLine;

  /**
   * A door with the given commands behind it.
   *
   * @param plugins in the order in which help shows their commands
   */
  public CommandLineDoor(
      GlobalOptions globals,
      CliContext context,
      Collection<CommandPlugin> plugins,
      PrintWriter out,
      PrintWriter err) {
    var root = new CommandLine(new RootCommand(globals));
    Map<String, CommandLine> groups = new TreeMap<>();
    addTo(
        group(root, groups, "cluster"),
        ClusterCommands.all(
            ClusterEnvironment.system(context.faults(), context.stop()), context::clusterActor));
    for (CommandPlugin plugin : plugins) {
      for (CommandPlugin.CommandEntry entry : plugin.commands(context)) {
        CommandLine parent = entry.group().isEmpty() ? root : group(root, groups, entry.group());
        parent.addSubcommand(entry.command());
      }
    }
    root.addSubcommand(new VersionCommand());
    root.addSubcommand(new CommandLine.HelpCommand());
    this.commandLine = configured(root, out, err);
  }

  /** Runs a command and returns the exit code for the process. */
  public int run(String... arguments) {
    Optional<String> valued = flagWithValue(arguments);
    if (valued.isPresent()) {
      PrintWriter err = commandLine.getErr();
      say(err, "the flag in `" + valued.get() + "` takes no value");
      err.flush();
      return USAGE;
    }
    return commandLine.execute(arguments);
  }

  /** Picocli takes {@code --json=true} for {@code --json}; a flag with a value is a mistake. */
  private Optional<String> flagWithValue(String... arguments) {
    Set<String> flags = new HashSet<>();
    collectFlags(commandLine, flags);
    return Stream.of(arguments)
        .takeWhile(argument -> !argument.equals("--"))
        .filter(argument -> argument.startsWith("--") && argument.indexOf('=') > 0)
        .filter(argument -> flags.contains(argument.substring(0, argument.indexOf('='))))
        .findFirst();
  }

  private static void collectFlags(CommandLine command, Set<String> flags) {
    for (CommandLine.Model.OptionSpec option : command.getCommandSpec().options()) {
      if (option.arity().max() == 0) {
        flags.addAll(List.of(option.names()));
      }
    }
    command.getSubcommands().values().forEach(below -> collectFlags(below, flags));
  }

  private static void addTo(CommandLine parent, Collection<Object> commands) {
    commands.forEach(parent::addSubcommand);
  }

  private static CommandLine group(CommandLine root, Map<String, CommandLine> groups, String name) {
    return groups.computeIfAbsent(
        name,
        _ -> {
          var group = new CommandLine(CommandSpec.create().name(name));
          group.getCommandSpec().usageMessage().description(GROUPS.getOrDefault(name, ""));
          group.getCommandSpec().usageMessage().synopsisSubcommandLabel("COMMAND");
          root.addSubcommand(group);
          return group;
        });
  }

  private static CommandLine configured(CommandLine root, PrintWriter out, PrintWriter err) {
    addHelpOption(root);
    root.setOut(out);
    root.setErr(err);
    root.setUsageHelpAutoWidth(true);
    root.setCaseInsensitiveEnumValuesAllowed(false);
    root.setAllowOptionsAsOptionParameters(false);
    root.setExecutionStrategy(CommandLineDoor::runLast);
    root.setParameterExceptionHandler(CommandLineDoor::reportUsage);
    root.setExecutionExceptionHandler(CommandLineDoor::reportFailure);
    return root;
  }

  private static void addHelpOption(CommandLine command) {
    if (!command.getCommandSpec().optionsMap().containsKey("--help")) {
      command
          .getCommandSpec()
          .addOption(
              CommandLine.Model.OptionSpec.builder("-h", "--help")
                  .usageHelp(true)
                  .type(boolean.class)
                  .description("Show this help.")
                  .build());
    }
    command.getSubcommands().values().forEach(CommandLineDoor::addHelpOption);
  }

  private static int runLast(CommandLine.ParseResult parsed) {
    CommandLine last = parsed.asCommandLineList().getLast();
    boolean runs = last.getCommandSpec().userObject() instanceof java.util.concurrent.Callable<?>;
    boolean helps = parsed.asCommandLineList().stream().anyMatch(CommandLineDoor::wantsHelp);
    if (!runs && !helps && !(last.getCommandSpec().userObject() instanceof Runnable)) {
      last.usage(last.getErr());
      return USAGE;
    }
    try {
      return new CommandLine.RunLast().execute(parsed);
    } catch (OutputLost _) {
      // Help did not fit; the owner of the output says so and ends the process accordingly.
      return 0;
    }
  }

  private static boolean wantsHelp(CommandLine command) {
    return command.isUsageHelpRequested() || command.isVersionHelpRequested();
  }

  private static int reportUsage(CommandLine.ParameterException e, String[] arguments) {
    CommandLine command = e.getCommandLine();
    PrintWriter err = command.getErr();
    say(err, e.getMessage());
    if (!CommandLine.UnmatchedArgumentException.printSuggestions(e, err)) {
      err.println("`" + command.getCommandSpec().qualifiedName() + " --help` shows its usage.");
    }
    return USAGE;
  }

  private static int reportFailure(
      Exception failure, CommandLine command, CommandLine.ParseResult parsed) throws Exception {
    if (failure instanceof OutputLost) {
      // The owner of the output says so and ends the process accordingly.
      return 0;
    }
    if (failure instanceof Stopped || failure instanceof AccessDeniedException) {
      say(command.getErr(), failure.getMessage());
      return 1;
    }
    if (!(failure instanceof CommandFailure expected)) {
      return reportUnexpected(failure, command.getErr());
    }
    say(command.getErr(), expected.getMessage());
    expected
        .answer()
        .filter(_ -> wantsJson(parsed))
        .ifPresent(answer -> {
          command.getOut().println(Json.pretty(answer));
          command.getOut().flush();
        });
    String said = String.valueOf(expected.getMessage());
    for (Throwable t = expected.getCause(); t != null; t = t.getCause()) {
      String reason = t.getMessage();
      // The name of a class says nothing to people.
      if (reason != null && !said.contains(reason)) {
        command.getErr().println("  caused by: " + reason);
        said = reason;
      }
    }
    return expected.exitCode();
  }

  /** Whether what the command prints is read by a program. */
  private static boolean wantsJson(CommandLine.ParseResult parsed) {
    CommandLine.ParseResult last = parsed;
    while (last.hasSubcommand()) {
      last = last.subcommand();
    }
    return last.matchedOptionValue("--json", false)
        || String.valueOf(last.<Object>matchedOptionValue("--format", null))
            .toLowerCase(Locale.ROOT)
            .startsWith("json");
  }

  /** Whoever made the message may have said that it is one of an error. */
  private static void say(PrintWriter err, @Nullable String message) {
    String said = String.valueOf(message);
    err.println(said.startsWith(ERROR) ? said : ERROR + said);
  }

  private static int reportUnexpected(Exception failure, PrintWriter err) {
    say(
        err,
        failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage());
    if (System.getenv("OMNIGRAPH_DEBUG") != null) {
      failure.printStackTrace(err);
    } else {
      err.println("  OMNIGRAPH_DEBUG=1 shows where it came from");
    }
    return 1;
  }
}
