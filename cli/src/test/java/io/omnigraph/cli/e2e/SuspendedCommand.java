package io.omnigraph.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A command that waits at a fault point, until it is signalled or killed. */
record SuspendedCommand(Process process) implements AutoCloseable {

  private static final long PATIENCE_SECONDS = 60;
  private static final long LOOK_AGAIN_MILLIS = 20;

  /** Starts an apply and waits until it has reached the point. */
  static SuspendedCommand apply(GuideCluster cluster, String point) {
    return of(cluster.launcher(), "cluster apply --config ./company-brain --as andrew", point);
  }

  /**
   * Starts a command and waits until it has reached the point.
   *
   * @param command without the program, its arguments separated by blanks
   */
  static SuspendedCommand of(Launcher launcher, String command, String point) {
    try {
      Path out = Files.createTempFile("suspended", ".out");
      Path err = Files.createTempFile("suspended", ".err");
      List<String> arguments = List.of(command.split(" "));
      Process process = launcher.withFault(point + "=hang").start("omnigraph", arguments, out, err);
      awaitPoint(process, point, out, err);
      return new SuspendedCommand(process);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start " + command, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while a command ran", e);
    }
  }

  private static void awaitPoint(Process process, String point, Path out, Path err)
      throws IOException, InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!Files.readString(err, StandardCharsets.UTF_8).contains("hanging at " + point)) {
      assertThat(process.isAlive())
          .as("%s%n%s", Files.readString(out), Files.readString(err))
          .isTrue();
      assertThat(System.nanoTime()).as("reached " + point).isLessThan(deadline);
      process.waitFor(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  /** Sends a signal, and returns what it ends with. */
  int endedBy(String signal) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid())).start().waitFor();
    assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).as("ended").isTrue();
    return process.exitValue();
  }

  /** Kills it. */
  @Override
  public void close() {
    process.destroyForcibly();
    try {
      assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while a command was killed", e);
    }
  }
}
