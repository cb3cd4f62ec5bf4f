package io.omnigraph.graph.failure;

/** The store's answer to a write was lost; the write may be complete. Nothing may be taken back. */
public final class UnknownOutcomeException extends GraphFailureException {

  private static final long serialVersionUID = 1L;

  private final transient GraphFailure.UnknownOutcome outcome;

  /**
   * A write whose end is not known.
   *
   * @param commit that the branch points to if the write is complete
   */
  public UnknownOutcomeException(String branch, String commit, Throwable cause) {
    this(GraphFailure.UnknownOutcome.of(branch, commit), cause);
  }

  private UnknownOutcomeException(GraphFailure.UnknownOutcome outcome, Throwable cause) {
    super(outcome.message(), cause);
    this.outcome = outcome;
  }

  @Override
  public GraphFailure.UnknownOutcome failure() {
    return outcome;
  }
}
