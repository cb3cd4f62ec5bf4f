package io.omnigraph.cli;

import io.omnigraph.api.command.CommandPlugin;
import io.omnigraph.cli.settings.Settings;
import io.omnigraph.ground.fault.FaultPoints;
import io.omnigraph.plugins.Plugins;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The executable {@code omnigraph}. */
public final class Main {

  private Main() {}

  /** Runs one command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    var out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
    var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    var globals = new GlobalOptions();
    var settings = new Settings(Path.of(""), System.getenv(), err);
    var context = new CliContext(globals, settings, FaultPoints.fromSystemProperty());
    int code =
        new CommandLineDoor(globals, context, Plugins.of(CommandPlugin.class), out, err)
            .run(arguments);
    out.flush();
    System.exit(code);
  }
}
