package io.omnigraph.bench;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.function.IntToLongFunction;

/** Measures work that is done again and again on one thread. */
final class Measure {

  private static final int ROUNDS = 15;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private Measure() {}

  /**
   * What was measured.
   *
   * @param firstNanos of the first run
   * @param medianNanos of a run in processor time of its thread, which other work on the machine
   *     does not lengthen; by the median of several rounds of runs
   * @param allocatedBytes of a run, on average over the last round
   */
  record Figures(double firstNanos, double medianNanos, long allocatedBytes) {}

  /** Measures work: one first run, then rounds of runs until the figures are stable. */
  static Figures of(int runs, IntToLongFunction work) {
    long start = System.nanoTime();
    long sum = work.applyAsLong(0);
    double first = System.nanoTime() - start;
    double[] rounds = new double[ROUNDS];
    int perRound = Math.max(1, runs / ROUNDS);
    long allocated = 0;
    for (int round = 0; round < ROUNDS; round++) {
      long before = THREADS.getCurrentThreadAllocatedBytes();
      long cpu = THREADS.getCurrentThreadCpuTime();
      for (int run = 0; run < perRound; run++) {
        sum += work.applyAsLong(run);
      }
      rounds[round] = (THREADS.getCurrentThreadCpuTime() - cpu) / (double) perRound;
      allocated = (THREADS.getCurrentThreadAllocatedBytes() - before) / perRound;
    }
    if (sum == Long.MIN_VALUE) {
      // Never so, which the compiler cannot know: it may not leave out the work.
      throw new IllegalStateException("no work was done");
    }
    double[] late = Arrays.copyOfRange(rounds, ROUNDS / 3, ROUNDS);
    Arrays.sort(late);
    return new Figures(first, late[late.length / 2], allocated);
  }

  /** A time in a unit that suits it. */
  static String time(double nanos) {
    if (nanos < 100_000) {
      return "%.2f us".formatted(nanos / 1e3);
    }
    return "%.2f ms".formatted(nanos / 1e6);
  }

  /**
   * What figures are compared with.
   *
   * @param aim the time that is aimed at, in words; empty without one
   * @param aimNanos the same
   * @param name of the same work done otherwise; empty when there is none
   */
  record Peer(String aim, double aimNanos, String name, IntToLongFunction work) {

    static Peer none() {
      return new Peer("", 0, "", _ -> 0);
    }

    static Peer of(String name, IntToLongFunction work) {
      return new Peer("", 0, name, work);
    }

    static Peer of(String aim, double aimNanos, String name, IntToLongFunction work) {
      return new Peer(aim, aimNanos, name, work);
    }

    Figures figures(int runs) {
      return name.isEmpty() ? new Figures(0, 0, 0) : Measure.of(runs, work);
    }

    /** The comparison in words. */
    String compare(Figures measured, Figures other) {
      StringBuilder text = new StringBuilder();
      if (!aim.isEmpty()) {
        text.append("%s (%.2f of it)".formatted(aim, measured.medianNanos() / aimNanos));
      }
      if (!name.isEmpty()) {
        text.append(text.isEmpty() ? "" : "; ")
            .append(
                "%s %s (%.1f times)"
                    .formatted(
                        name,
                        time(other.medianNanos()),
                        measured.medianNanos() / other.medianNanos()));
      }
      return text.toString();
    }
  }
}
