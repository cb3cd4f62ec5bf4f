package io.omnigraph.plugin.graph.command;

import io.omnigraph.api.command.CommandContext;
import io.omnigraph.api.command.CommandFailure;
import io.omnigraph.api.command.CommandPlugin.CommandEntry;
import io.omnigraph.api.command.RemoteGraph;
import io.omnigraph.api.command.Target;
import io.omnigraph.api.command.TargetOptions;
import io.omnigraph.ground.access.WriteGate;
import io.omnigraph.ground.fault.FaultPoints;
import io.omnigraph.plugin.graph.command.GraphCommandsTest.Outcome;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

/** This slice's commands under a door that captures what they print; {@code @} is a directory. */
final class CommandLineUnderTest {

  private final String directory;
  private final @Nullable RemoteGraph remote;

  CommandLineUnderTest(Path directory) {
    this(directory, null);
  }

  /** Commands whose target is a served graph. */
  CommandLineUnderTest(Path directory, @Nullable RemoteGraph remote) {
    this.directory = directory.toString();
    this.remote = remote;
  }

  Outcome run(String words) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exitCode =
        commandLine()
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .setExecutionExceptionHandler(CommandLineUnderTest::report)
            .execute(words.replace("@", directory).split(" "));
    return new Outcome(exitCode, named(out), named(err));
  }

  private String named(StringWriter text) {
    return text.toString().replace(directory, "@");
  }

  private CommandLine commandLine() {
    CommandLine top = new CommandLine(new Top());
    Map<String, CommandLine> groups = new TreeMap<>();
    for (CommandEntry entry : new GraphCommands().commands(new Context())) {
      CommandLine parent =
          entry.group().isEmpty()
              ? top
              : groups.computeIfAbsent(
                  entry.group(),
                  name -> {
                    CommandLine group = new CommandLine(CommandSpec.create().name(name));
                    top.addSubcommand(group);
                    return group;
                  });
      parent.addSubcommand(entry.command());
    }
    return top;
  }

  private static int report(Exception failure, CommandLine command, CommandLine.ParseResult parsed)
      throws Exception {
    if (!(failure instanceof CommandFailure known)) {
      throw failure;
    }
    command.getErr().println("Error: " + known.getMessage());
    return known.exitCode();
  }

  @Command(name = "omnigraph")
  private static final class Top {}

  private final class Context implements CommandContext {

    @Override
    public Target target(TargetOptions options) {
      String uri = options.uri().orElseThrow();
      return remote == null ? new Target.Local(uri) : new Target.Remote(uri, null);
    }

    @Override
    public Optional<String> actor(TargetOptions options) {
      return Optional.of("mira");
    }

    @Override
    public String defaultBranch(TargetOptions options) {
      return "main";
    }

    @Override
    public Optional<String> setting(TargetOptions options, String path) {
      return Optional.empty();
    }

    @Override
    public WriteGate gate(TargetOptions options) {
      return WriteGate.OPEN;
    }

    @Override
    public RemoteGraph connect(Target.Remote target) {
      return Optional.ofNullable(remote).orElseThrow();
    }

    @Override
    public FaultPoints faults() {
      return FaultPoints.none();
    }
  }
}
