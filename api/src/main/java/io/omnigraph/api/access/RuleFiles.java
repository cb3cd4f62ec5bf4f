package io.omnigraph.api.access;

import io.omnigraph.ground.access.WriteGate;
import io.omnigraph.ground.source.SourceText;

/**
 * Reads files of rules for graphs that a process opens itself. Found through {@link
 * java.util.ServiceLoader}; a plugin that knows a form of rules provides one.
 */
public interface RuleFiles {

  /**
   * The gate that a file of rules makes for a graph.
   *
   * @param file with its name, for messages
   * @param graph the graph's name in the rules
   * @throws InvalidRulesException when the file does not hold rules for a graph
   */
  WriteGate gate(SourceText file, String graph);

  /** A file of rules cannot be used. The message names the file, the place and the fix. */
  final class InvalidRulesException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** A file that cannot be used. */
    public InvalidRulesException(String message) {
      super(message);
    }
  }
}
