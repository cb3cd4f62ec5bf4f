package io.omnigraph.graph.command;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongConsumer;

/** Says every few seconds how far a load is. Used by one thread. */
final class LoadProgress implements LongConsumer {

  private static final Duration PAUSE = Duration.ofSeconds(5);
  private static final long RECORDS_PER_LOOK = 1_000;

  private final PrintWriter err;
  private final InstantSource clock;
  private Instant last;

  private LoadProgress(PrintWriter err, InstantSource clock) {
    this.err = err;
    this.clock = clock;
    this.last = clock.instant();
  }

  /** Lines on a stream that people watch. */
  static LongConsumer on(PrintWriter err, InstantSource clock) {
    return new LoadProgress(err, clock);
  }

  @Override
  public void accept(long records) {
    if (records % RECORDS_PER_LOOK == 0
        && Duration.between(last, clock.instant()).compareTo(PAUSE) >= 0) {
      last = clock.instant();
      err.print("loading: " + records + " records read\n");
      err.flush();
    }
  }
}
