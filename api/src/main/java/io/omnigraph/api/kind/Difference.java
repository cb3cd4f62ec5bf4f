package io.omnigraph.api.kind;

/** How a declared resource differs from the recorded one. */
public enum Difference {
  /** Nothing to do. */
  NONE,
  /** The content differs. */
  CONTENT,
  /** Only recorded attributes differ; the content is the same. */
  ATTRIBUTES
}
