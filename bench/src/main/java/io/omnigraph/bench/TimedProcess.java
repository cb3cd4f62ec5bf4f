package io.omnigraph.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A program that was run to its end, and what it cost.
 *
 * @param wall from its start to its end
 * @param cpu of all its threads, as last seen before the end
 * @param peakBytes of memory that it had at once, as last seen before the end; 0 where the system
 *     does not tell
 */
record TimedProcess(Duration wall, Duration cpu, long peakBytes) {

  private static final int MILLIS_PER_LOOK = 50;

  /**
   * Runs a program.
   *
   * @param log where its output goes
   * @throws IllegalStateException when it fails
   */
  static TimedProcess run(List<String> command, Map<String, String> environment, Path log)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().putAll(environment);
    long start = System.nanoTime();
    Process process = builder.start();
    Duration cpu = Duration.ZERO;
    long peak = 0;
    while (!process.waitFor(MILLIS_PER_LOOK, TimeUnit.MILLISECONDS)) {
      cpu = process.info().totalCpuDuration().orElse(cpu);
      peak = Math.max(peak, peakBytes(process.pid()));
    }
    Duration wall = Duration.ofNanos(System.nanoTime() - start);
    if (process.exitValue() != 0) {
      throw new IllegalStateException(
          "%s failed; see %s".formatted(command.getFirst(), log.toAbsolutePath()));
    }
    return new TimedProcess(wall, cpu, peak);
  }

  double seconds() {
    return wall.toNanos() / 1e9;
  }

  double cpuSeconds() {
    return cpu.toNanos() / 1e9;
  }

  /** The high water mark of a process on Linux. */
  private static long peakBytes(long pid) {
    Path status = Path.of("/proc", String.valueOf(pid), "status");
    try {
      return Files.readAllLines(status).stream()
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
          .findFirst()
          .orElse(0);
    } catch (IOException _) {
      // It ended in the meantime, or the system has no such file.
      return 0;
    }
  }
}
