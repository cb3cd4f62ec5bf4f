package io.omnigraph.api.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * A command cannot do what was asked. The door prints {@code Error: } and the message on standard
 * error and ends with the exit code; nothing is printed on standard output.
 */
public final class CommandFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int exitCode;
  private final transient Map<String, JsonNode> details;

  private CommandFailure(int exitCode, String message, Throwable cause) {
    super(message, cause);
    this.exitCode = exitCode;
    this.details = Map.of();
  }

  private CommandFailure(int exitCode, String message) {
    this(exitCode, message, Map.of());
  }

  private CommandFailure(int exitCode, String message, Map<String, JsonNode> details) {
    super(message);
    this.exitCode = exitCode;
    this.details = Map.copyOf(details);
  }

  /** Refused or failed work: exit code 1. */
  public static CommandFailure failed(String message) {
    return new CommandFailure(1, message);
  }

  /**
   * Refused or failed work that programs can learn more about: exit code 1.
   *
   * @param details what the HTTP error of the same failure has beside its message
   */
  public static CommandFailure detailed(String message, Map<String, JsonNode> details) {
    return new CommandFailure(1, message, details);
  }

  /** Refused or failed work with the reason below it: exit code 1. */
  public static CommandFailure failed(String message, Throwable cause) {
    return new CommandFailure(1, message, cause);
  }

  /** Wrong use of the command line: exit code 2. */
  public static CommandFailure usage(String message) {
    return new CommandFailure(2, message);
  }

  /** The exit code of the process. */
  public int exitCode() {
    return exitCode;
  }

  /** What programs can learn beside the message; empty for most failures. */
  public Map<String, JsonNode> details() {
    return details;
  }
}
