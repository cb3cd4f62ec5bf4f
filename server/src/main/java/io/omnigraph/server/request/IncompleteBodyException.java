package io.omnigraph.server.request;

import io.omnigraph.api.serving.Problem;
import java.io.IOException;
import java.util.Map;

/** The body of a request did not arrive as it should; the fault of its sender. */
public final class IncompleteBodyException extends IOException {

  private static final long serialVersionUID = 1L;

  @SuppressWarnings("serial") // answered in the process that it was thrown in
  private final Problem problem;

  private IncompleteBodyException(Problem problem) {
    super(problem.message());
    this.problem = problem;
  }

  /** The bytes are not framed as HTTP asks, or end too early. */
  public static IncompleteBodyException broken(IOException cause) {
    IncompleteBodyException broken =
        new IncompleteBodyException(
            Problem.badRequest("the request body is broken off or badly framed"));
    broken.initCause(cause);
    return broken;
  }

  /** The bytes took too long. */
  public static IncompleteBodyException late(long seconds) {
    return new IncompleteBodyException(
        new Problem(
            408,
            "request_timeout",
            "the request body did not arrive within " + seconds + " s",
            Map.of()));
  }

  /** There are more bytes than the route takes. */
  static IncompleteBodyException tooLong(long limit) {
    return new IncompleteBodyException(BodyReader.tooLong(limit));
  }

  /** What the sender is told. */
  public Problem problem() {
    return problem;
  }
}
