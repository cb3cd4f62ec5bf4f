package io.omnigraph.plugin.graph.command;

import io.omnigraph.ground.Quantity;
import io.omnigraph.ground.json.Json;
import io.omnigraph.io.load.LoadListener;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Says every two seconds how far a load is, how fast, and how long it will take. */
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

  /** Shows lines for people. */
  static Consumer<Stage> lines(PrintWriter err) {
    return stage -> print(err, stage.line());
  }

  /** Shows JSON objects for programs. */
  static Consumer<Stage> events(PrintWriter err) {
    return stage -> print(err, Json.compact(Json.tree(stage)));
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
    Long total = size.isPresent() ? size.getAsLong() : null;
    Long left =
        total != null && bytes > 0
            ? Math.round(Math.max(total - bytes, 0) * seconds / bytes)
            : null;
    return new Stage("progress", records, bytes, total, Math.round(records / seconds), left);
  }

  private static void print(PrintWriter err, String line) {
    err.print(line + "\n");
    err.flush();
  }

  /**
   * How far a load is.
   *
   * @param event always {@code progress}
   * @param records read so far
   * @param bytes of the input read so far
   * @param totalBytes of the input; absent when it is not known
   * @param recordsPerSecond on the average
   * @param secondsLeft about; absent when it is not known
   */
  record Stage(
      String event,
      long records,
      long bytes,
      @Nullable Long totalBytes,
      long recordsPerSecond,
      @Nullable Long secondsLeft) {

    String line() {
      String left = secondsLeft == null ? "" : ", " + secondsLeft + " s left";
      return "loading: %s read, %d a second%s"
          .formatted(Quantity.of(records, "record"), recordsPerSecond, left);
    }
  }
}
