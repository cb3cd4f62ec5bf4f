package io.omnigraph.plugin.policy.bundle;

import io.omnigraph.ground.source.SourceSpan;
import java.io.Serial;

/** Ends the reading of a bundle at the first problem; never leaves this package. */
final class InvalidBundleException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  private final transient BundleProblem problem;

  InvalidBundleException(SourceSpan span, String message) {
    super(message, null, false, false);
    this.problem = new BundleProblem(message, span);
  }

  BundleProblem problem() {
    return problem;
  }
}
