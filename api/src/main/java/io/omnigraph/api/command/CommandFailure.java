package io.omnigraph.api.command;

/**
 * A command cannot do what was asked. The door prints {@code Error: } and the message on standard
 * error and ends with the exit code; nothing is printed on standard output.
 */
public final class CommandFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int exitCode;

  private CommandFailure(int exitCode, String message, Throwable cause) {
    super(message, cause);
    this.exitCode = exitCode;
  }

  private CommandFailure(int exitCode, String message) {
    super(message);
    this.exitCode = exitCode;
  }

  /** Refused or failed work: exit code 1. */
  public static CommandFailure failed(String message) {
    return new CommandFailure(1, message);
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
}
