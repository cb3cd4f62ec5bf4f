package io.omnigraph.server;

import io.omnigraph.ground.process.OutputLost;
import io.omnigraph.ground.process.StandardOutput;
import io.omnigraph.ground.source.ProcessText;
import io.omnigraph.server.log.LogStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine;

/** The entry point of {@code omnigraph-server}. */
public final class ServerMain {

  private static final int USAGE = 2;

  private ServerMain() {}

  /**
   * Serves until it is asked to stop. Exits with 0 after an orderly stop, 1 when it refuses to
   * start, 2 when the command line is wrong.
   */
  public static void main(String[] args) {
    // Numbers look the same for everybody, whatever digits a locale has.
    Locale.setDefault(Locale.ROOT);
    Optional<String> unreadable =
        ProcessText.ofThisProcess().problem(List.of(args), System.getenv());
    if (unreadable.isPresent()) {
      System.err.println(unreadable.get());
      System.exit(USAGE);
    }
    LogStream.install();
    var out = StandardOutput.ofProcess();
    var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    int code =
        new CommandLine(ServeCommand.withInstalledPlugins())
            .setOut(out.writer())
            .setErr(err)
            .setExecutionStrategy(ServerMain::runLast)
            .setExecutionExceptionHandler(ServerMain::onFailure)
            .execute(args);
    System.exit(out.exitCode(code, err));
  }

  private static int runLast(CommandLine.ParseResult parsed) {
    try {
      return new CommandLine.RunLast().execute(parsed);
    } catch (OutputLost _) {
      // Help did not fit; the owner of the output says so.
      return 0;
    }
  }

  /** An output that is lost is told of by its owner. */
  private static int onFailure(
      Exception failure, CommandLine command, CommandLine.ParseResult parsed) throws Exception {
    if (failure instanceof OutputLost) {
      return 0;
    }
    throw failure;
  }
}
