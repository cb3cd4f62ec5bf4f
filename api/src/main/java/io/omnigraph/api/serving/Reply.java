package io.omnigraph.api.serving;

/**
 * What a handler answers.
 *
 * @param <O> the type of a successful reply
 */
public sealed interface Reply<O> {

  /** Status 200 with a body that is written as JSON, or streamed. */
  record Ok<O>(O body) implements Reply<O> {}

  /** A failure with the JSON error body. */
  record Failed<O>(Problem problem) implements Reply<O> {}

  /** A successful reply. */
  static <O> Reply<O> ok(O body) {
    return new Ok<>(body);
  }

  /** A failure. */
  static <O> Reply<O> failed(Problem problem) {
    return new Failed<>(problem);
  }
}
