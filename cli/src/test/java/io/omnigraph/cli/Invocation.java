package io.omnigraph.cli;

import io.omnigraph.api.command.CommandContext;
import io.omnigraph.api.command.CommandPlugin;
import io.omnigraph.api.command.Target;
import io.omnigraph.api.command.TargetOptions;
import io.omnigraph.cli.settings.Settings;
import io.omnigraph.ground.fault.FaultPoints;
import io.omnigraph.ground.process.StopRequest;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the command line in this process, in a directory, with an environment of its own. */
final class Invocation {

  private final Path directory;
  private final Map<String, String> environment;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  Invocation(Path directory, Map<String, String> environment) {
    this.directory = directory;
    this.environment = environment;
  }

  static void write(Path file, String content) {
    try {
      Path parent = file.getParent();
      if (parent != null) {
        Files.createDirectories(parent);
      }
      Files.writeString(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs one command, with {@code probe} and {@code whoami} beside the real ones. */
  int run(String... arguments) {
    var errors = new PrintWriter(err, true);
    var globals = new GlobalOptions();
    var settings = new Settings(directory, environment, errors);
    var context = new CliContext(globals, settings, FaultPoints.none(), StopRequest.never());
    CommandPlugin probes =
        c ->
            List.of(
                CommandPlugin.CommandEntry.top(new Probe(c)),
                CommandPlugin.CommandEntry.in("branch", new Whoami(c)));
    return new CommandLineDoor(
            globals, context, List.of(probes), new PrintWriter(out, true), errors)
        .run(arguments);
  }

  String out() {
    return out.toString();
  }

  String err() {
    return err.toString();
  }

  /** Prints the graph that is selected. */
  @Command(name = "probe")
  private static final class Probe implements Callable<Integer> {

    private final CommandContext context;

    @Mixin private TargetOptions options;

    @Option(names = "--json")
    private boolean json;

    @Spec private CommandSpec spec;

    Probe(CommandContext context) {
      this.context = context;
    }

    @Override
    public Integer call() {
      String line =
          switch (context.target(options)) {
            case Target.Local(var uri) -> "local " + uri;
            case Target.Remote(var uri, var token) -> "remote " + uri + " " + token;
          };
      spec.commandLine().getOut().println(json ? "\"" + line + "\"" : line);
      return 0;
    }
  }

  /** Prints who acts. */
  @Command(name = "whoami")
  private static final class Whoami implements Callable<Integer> {

    private final CommandContext context;

    @Mixin private TargetOptions options;
    @Spec private CommandSpec spec;

    Whoami(CommandContext context) {
      this.context = context;
    }

    @Override
    public Integer call() {
      spec.commandLine().getOut().println(context.actor(options).orElse("nobody"));
      return 0;
    }
  }
}
