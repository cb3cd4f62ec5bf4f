package io.omnigraph.io.load;

/** Ends a load whose input has problems. Never leaves this package. */
final class LoadRejected extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient LoadProblems problems;

  LoadRejected(LoadProblems problems) {
    super(problems.message());
    this.problems = problems;
  }

  LoadProblems problems() {
    return problems;
  }
}
