package io.omnigraph.api.serving;

/**
 * A stream cannot be written to its end, for a reason that is expected and has an answer of its
 * own: clients get it as long as nothing of the stream was sent.
 */
public final class StreamException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  /** A stream that ends with a problem. */
  public StreamException(Problem problem, Throwable cause) {
    super(problem.message(), cause);
    this.problem = problem;
  }

  /** What clients are to be told. */
  public Problem problem() {
    return problem;
  }
}
