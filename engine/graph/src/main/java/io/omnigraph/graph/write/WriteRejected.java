package io.omnigraph.graph.write;

/**
 * A write breaks a rule of the schema. Nothing of its transaction becomes visible. The message
 * names the type, the row and the rule, with the fragments that the specification fixes.
 */
public final class WriteRejected extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** A rejected write. */
  public WriteRejected(String message) {
    super(message);
  }
}
