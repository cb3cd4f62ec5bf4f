package io.omnigraph.graph.command;

import io.omnigraph.graph.load.LoadListener;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** Says every few seconds how far a load is, how fast, and how long it will take. */
final class LoadProgress implements LoadListener {

  private static final Duration PAUSE = Duration.ofSeconds(2);

  private final OptionalLong size;
  private final InstantSource clock;
  private final Consumer<Stage> view;
  private final Instant start;
  private Instant last;

  /**
   * Progress of one load.
   *
   * @param size of the input in bytes; empty when it is not known
   * @param view shows how far it is
   */
  LoadProgress(OptionalLong size, InstantSource clock, Consumer<Stage> view) {
    this.size = size;
    this.clock = clock;
    this.view = view;
    this.start = clock.instant();
    this.last = start;
  }

  @Override
  public void read(long records, long bytes) {
    Instant now = clock.instant();
    if (Duration.between(last, now).compareTo(PAUSE) >= 0) {
      last = now;
      view.accept(stage(records, bytes, Duration.between(start, now)));
    }
  }

  private Stage stage(long records, long bytes, Duration passed) {
    double seconds = passed.toNanos() / 1e9;
    OptionalLong left =
        size.isPresent() && bytes > 0
            ? OptionalLong.of(Math.round(Math.max(size.getAsLong() - bytes, 0) * seconds / bytes))
            : OptionalLong.empty();
    return new Stage(records, bytes, size, Math.round(records / seconds), left);
  }

  /** Shows lines for people. */
  static Consumer<Stage> lines(PrintWriter err) {
    return stage -> {
      err.print(stage.line() + "\n");
      err.flush();
    };
  }

  /**
   * How far a load is.
   *
   * @param records read so far
   * @param bytes of the input read so far
   * @param totalBytes of the input; empty when it is not known
   * @param recordsPerSecond on the average
   * @param secondsLeft about; empty when it is not known
   */
  record Stage(
      long records,
      long bytes,
      OptionalLong totalBytes,
      long recordsPerSecond,
      OptionalLong secondsLeft) {

    String line() {
      String left = secondsLeft.isPresent() ? ", " + secondsLeft.getAsLong() + " s left" : "";
      return "loading: %d records read, %d a second%s".formatted(records, recordsPerSecond, left);
    }
  }
}
