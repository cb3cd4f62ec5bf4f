package io.omnigraph.plugin.policy.bundle;

import io.omnigraph.ground.source.SourceSpan;

/**
 * What is wrong with a bundle.
 *
 * @param message one sentence
 * @param span where
 */
public record BundleProblem(String message, SourceSpan span) {

  /** The message with its line and column, for readers who do not see the span. */
  public String located() {
    return message + " (line " + span.line() + ", column " + span.column() + ")";
  }
}
