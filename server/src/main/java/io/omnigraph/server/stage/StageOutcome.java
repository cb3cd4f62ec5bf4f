package io.omnigraph.server.stage;

import io.omnigraph.api.serving.Problem;
import java.util.function.Function;

/**
 * What a stage comes to.
 *
 * @param <T> what the next stage needs of it
 */
public sealed interface StageOutcome<T> {

  /** The request goes on. */
  record Passed<T>(T value) implements StageOutcome<T> {}

  /** The request ends here. */
  record Stopped<T>(Refusal refusal) implements StageOutcome<T> {}

  /** Goes on with a value. */
  static <T> StageOutcome<T> passed(T value) {
    return new Passed<>(value);
  }

  /** Ends with a problem. */
  static <T> StageOutcome<T> stopped(Problem problem) {
    return new Stopped<>(Refusal.of(problem));
  }

  /** The outcome of the next stage, if this one passed. */
  default <U> StageOutcome<U> then(Function<? super T, StageOutcome<U>> next) {
    return switch (this) {
      case Passed<T>(T value) -> next.apply(value);
      case Stopped<T>(Refusal refusal) -> new Stopped<>(refusal);
    };
  }
}
