package io.omnigraph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnigraph.api.command.CommandPlugin;
import io.omnigraph.cli.settings.Settings;
import io.omnigraph.ground.fault.FaultPoints;
import io.omnigraph.ground.process.StopRequest;
import io.omnigraph.plugins.Plugins;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;

/**
 * Runs real commands in this process, as an operator would run them in a directory.
 *
 * @param directory the working directory; paths in arguments are absolute all the same
 */
public record InProcess(Path directory, FaultPoints faults) {

  /** What a command left. */
  public record Result(int exitCode, String out, String err) {}

  /** Runs a command. */
  public Result run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    var errors = new PrintWriter(err, true);
    var globals = new GlobalOptions();
    var settings = new Settings(directory, Map.of("HOME", directory.toString()), errors);
    var context = new CliContext(globals, settings, faults, StopRequest.never());
    int code =
        new CommandLineDoor(
                globals,
                context,
                Plugins.of(CommandPlugin.class),
                new PrintWriter(out, true),
                errors)
            .run(arguments);
    return new Result(code, out.toString(), err.toString());
  }

  /** Runs a command that has to succeed, and returns what it printed. */
  public String succeeds(String... arguments) {
    Result result = run(arguments);
    assertThat(result.exitCode())
        .as("%s%n%s%s", String.join(" ", arguments), result.out(), result.err())
        .isZero();
    return result.out();
  }
}
