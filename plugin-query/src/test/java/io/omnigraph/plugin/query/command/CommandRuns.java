package io.omnigraph.plugin.query.command;

import io.omnigraph.api.command.CommandContext;
import io.omnigraph.api.command.CommandFailure;
import io.omnigraph.api.command.CommandPlugin.CommandEntry;
import io.omnigraph.api.command.RemoteGraph;
import io.omnigraph.api.command.Target;
import io.omnigraph.api.command.TargetOptions;
import io.omnigraph.ground.access.WriteGate;
import io.omnigraph.ground.fault.FaultPoints;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine;

/** Runs the commands of this slice. */
public final class CommandRuns {

  private CommandRuns() {}

  /** What a command printed, and how it ended. */
  public record Outcome(int exitCode, String out, String err) {}

  /** Runs a command on a context without any configuration. */
  public static Outcome of(Object... arguments) {
    return on(new LocalContext(), arguments);
  }

  /** Runs a command. */
  public static Outcome on(CommandContext context, Object... arguments) {
    CommandLine line = new CommandLine(CommandLine.Model.CommandSpec.create());
    for (CommandEntry entry : new QueryCommands().commands(context)) {
      line.addSubcommand(entry.command());
    }
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    line.setOut(new PrintWriter(out));
    line.setErr(new PrintWriter(err));
    line.setExecutionExceptionHandler((failure, _, _) -> {
      if (failure instanceof CommandFailure expected) {
        err.write("Error: " + expected.getMessage() + "\n");
        return expected.exitCode();
      }
      throw failure;
    });
    int exitCode = line.execute(Stream.of(arguments).map(Object::toString).toArray(String[]::new));
    return new Outcome(exitCode, out.toString(), err.toString());
  }

  /** A context without any configuration. */
  public static class LocalContext implements CommandContext {

    @Override
    public Target target(TargetOptions options) {
      return new Target.Local(options.uri().orElseThrow());
    }

    @Override
    public Optional<String> actor(TargetOptions options) {
      return Optional.of("kim");
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
      throw new AssertionError("no server");
    }

    @Override
    public FaultPoints faults() {
      return FaultPoints.none();
    }
  }
}
