package io.omnigraph.server.stage;

import io.omnigraph.api.serving.Problem;
import java.util.function.Function;

/**
 * What a stage comes to.
 *
 * @param <T> what the next stage needs of it
 */
public sealed interface Outcome<T> {

  /** The request goes on. */
  record Passed<T>(T value) implements Outcome<T> {}

  /** The request ends here. */
  record Stopped<T>(Refusal refusal) implements Outcome<T> {}

  /** Goes on with a value. */
  static <T> Outcome<T> passed(T value) {
    return new Passed<>(value);
  }

  /** Ends with a problem. */
  static <T> Outcome<T> stopped(Problem problem) {
    return new Stopped<>(Refusal.of(problem));
  }

  /** The outcome of the next stage, if this one passed. */
  default <U> Outcome<U> then(Function<? super T, Outcome<U>> next) {
    return switch (this) {
      case Passed<T>(T value) -> next.apply(value);
      case Stopped<T>(Refusal refusal) -> new Stopped<>(refusal);
    };
  }
}
