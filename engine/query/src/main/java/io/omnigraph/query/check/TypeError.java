package io.omnigraph.query.check;

import io.omnigraph.ground.source.SourceSpan;
import io.omnigraph.query.problem.Problem;
import io.omnigraph.query.problem.Repair;
import org.jspecify.annotations.Nullable;

/**
 * Leaves the checker at the first thing that is wrong with a query, which is the only one that is
 * reported. It never leaves {@link QueryChecker}.
 */
final class TypeError extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  private TypeError(Problem problem) {
    super(problem.message(), null, false, false);
    this.problem = problem;
  }

  /** An error with a code. */
  static TypeError of(String code, String message, SourceSpan span) {
    return of(code, message, null, span);
  }

  /**
   * An error with a code and a way out.
   *
   * @param help as {@link Problem#help}
   */
  static TypeError of(String code, String message, @Nullable String help, SourceSpan span) {
    return new TypeError(new Problem(Problem.Stage.TYPE, code, message, help, Repair.NONE, span));
  }

  /**
   * An error with a code and a way out, for programs too.
   *
   * @param help as {@link Problem#help}
   */
  static TypeError of(
      String code, String message, @Nullable String help, Repair repair, SourceSpan span) {
    return new TypeError(new Problem(Problem.Stage.TYPE, code, message, help, repair, span));
  }

  Problem problem() {
    return problem;
  }
}
