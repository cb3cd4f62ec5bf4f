package io.omnigraph.cli.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Runs the launchers of {@code bin/} in a directory, as an operator would.
 *
 * @param directory the working directory
 * @param environment added to the environment of this process
 */
record Launcher(Path directory, Map<String, String> environment) {

  private static final Path BIN =
      Path.of(System.getProperty("omnigraph.home", "..")).toAbsolutePath().resolve("bin");
  private static final long PATIENCE_SECONDS = 120;

  Launcher {
    environment = Map.copyOf(environment);
  }

  static Launcher in(Path directory) {
    return new Launcher(directory, Map.of("HOME", directory.toString()));
  }

  /** The same launcher with a variable more in the environment. */
  Launcher with(String variable, String value) {
    Map<String, String> all = new HashMap<>(environment);
    all.put(variable, value);
    return new Launcher(directory, all);
  }

  /** The same launcher, whose process does something at a fault point: {@code point=kill}. */
  Launcher withFault(String fault) {
    return with("OMNIGRAPH_JVM_OPTIONS", "-Domnigraph.faults=" + fault);
  }

  /** Runs {@code omnigraph} with arguments separated by blanks, and waits for its end. */
  Launched omnigraph(String arguments) {
    return run("omnigraph", List.of(arguments.split(" ")));
  }

  /** Runs {@code omnigraph} and waits for its end. */
  Launched omnigraph(List<String> arguments) {
    return run("omnigraph", arguments);
  }

  /** Runs {@code omnigraph-server} and waits for its end, as when it refuses to start. */
  Launched server(String arguments) {
    return run("omnigraph-server", List.of(arguments.split(" ")));
  }

  /** The path of a program or of another file beside it, for scripts. */
  static String path(String name) {
    return BIN.resolve(name).toString();
  }

  /** Runs {@code omnigraph} by way of a shell, which reads its arguments and redirections. */
  Launched shell(String command) {
    return run("/usr/bin/env", List.of("bash", "-c", path("omnigraph") + " " + command));
  }

  /** Starts a launcher and does not wait. */
  Process start(String program, List<String> arguments, Path out, Path err) {
    List<String> command = new ArrayList<>();
    command.add(BIN.resolve(program).toString());
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
    builder.environment().putAll(environment);
    builder.redirectOutput(out.toFile()).redirectError(err.toFile());
    try {
      return builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start " + command, e);
    }
  }

  private Launched run(String program, List<String> arguments) {
    try {
      Path out = Files.createTempFile("launched", ".out");
      Path err = Files.createTempFile("launched", ".err");
      Process process = start(program, arguments, out, err);
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError(program + " " + arguments + " did not end");
      }
      var launched =
          new Launched(
              program + " " + String.join(" ", arguments),
              process.exitValue(),
              Files.readString(out, UTF_8),
              Files.readString(err, UTF_8));
      Files.delete(out);
      Files.delete(err);
      return launched;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot run " + program, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while " + program + " ran", e);
    }
  }
}
