package io.omnigraph.api.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A command cannot do what was asked. The door prints {@code Error: } and the message on standard
 * error and ends with the exit code; nothing is printed on standard output but an {@link #answer}.
 */
public final class CommandFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int exitCode;
  private final transient Map<String, JsonNode> details;

  /** Printed on standard output where JSON was asked for; absent for most failures. */
  private final transient @Nullable JsonNode answer;

  private CommandFailure(int exitCode, String message, Throwable cause) {
    super(message, cause);
    this.exitCode = exitCode;
    this.details = Map.of();
    this.answer = null;
  }

  private CommandFailure(int exitCode, String message) {
    this(exitCode, message, Map.of(), null);
  }

  private CommandFailure(
      int exitCode, String message, Map<String, JsonNode> details, @Nullable JsonNode answer) {
    super(message);
    this.exitCode = exitCode;
    this.details = Map.copyOf(details);
    this.answer = answer;
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
    return new CommandFailure(1, message, details, null);
  }

  /**
   * Refused work that a program can mend and ask for again: exit code 1.
   *
   * @param answer the body of the HTTP error of the same failure
   */
  public static CommandFailure answered(String message, JsonNode answer) {
    return new CommandFailure(1, message, Map.of(), answer);
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

  /** What is printed on standard output where JSON was asked for; empty for most failures. */
  public Optional<JsonNode> answer() {
    return Optional.ofNullable(answer);
  }
}
