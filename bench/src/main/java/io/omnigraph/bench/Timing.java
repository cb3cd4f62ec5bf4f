package io.omnigraph.bench;

import java.util.function.IntConsumer;

/** Measures work and prints how long it took. */
final class Timing {

  private Timing() {}

  /** Does work once and gives its milliseconds. */
  static double once(String title, Runnable work) {
    long start = System.nanoTime();
    work.run();
    return printed(title, System.nanoTime() - start);
  }

  /** Does work several times after as many for practice, and gives the mean of milliseconds. */
  static double mean(String title, int times, IntConsumer work) {
    for (int i = 0; i < times; i++) {
      work.accept(i);
    }
    long start = System.nanoTime();
    for (int i = 0; i < times; i++) {
      work.accept(i);
    }
    return printed(title, (System.nanoTime() - start) / times);
  }

  private static double printed(String title, long nanoseconds) {
    double milliseconds = nanoseconds / 1e6;
    System.out.printf("%-42s %,10.2f ms%n", title, milliseconds);
    return milliseconds;
  }
}
