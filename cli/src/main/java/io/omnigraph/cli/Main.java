package io.omnigraph.cli;

import io.omnigraph.api.command.CommandPlugin;
import io.omnigraph.cli.settings.Settings;
import io.omnigraph.ground.fault.FaultPoints;
import io.omnigraph.ground.process.StandardOutput;
import io.omnigraph.ground.process.StopSignals;
import io.omnigraph.ground.source.ProcessText;
import io.omnigraph.plugins.Plugins;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The executable {@code omnigraph}. */
public final class Main {

  private static final String STOPPING =
      "stopping after the step that is under way; ask again to stop at once";

  private static final int USAGE = 2;

  private Main() {}

  /** Runs one command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    // Numbers look the same for everybody, whatever digits a locale has.
    Locale.setDefault(Locale.ROOT);
    var out = StandardOutput.ofProcess();
    var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    var signals = StopSignals.ofProcess(() -> err.println(STOPPING));
    var globals = new GlobalOptions();
    ProcessText process = ProcessText.ofThisProcess();
    Optional<String> unreadable = process.problem(List.of(arguments), System.getenv());
    if (unreadable.isPresent()) {
      err.println("Error: " + unreadable.get());
      System.exit(USAGE);
    }
    var settings = new Settings(Path.of(""), process.sound(System.getenv()), err);
    var context =
        new CliContext(globals, settings, FaultPoints.fromSystemProperty(signals), signals);
    int code =
        new CommandLineDoor(globals, context, Plugins.of(CommandPlugin.class), out.writer(), err)
            .run(arguments);
    int printed = out.exitCode(code, err);
    System.exit(signals.exitCode().orElse(printed));
  }
}
