package io.omnigraph.api.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnigraph.ground.json.Json;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * A command that gives one answer and shows it: as one JSON document with {@code --json}, otherwise
 * as lines for people. What a command adds is its options, how the answer comes about, and how it
 * reads.
 *
 * @param <A> the answer; a record that is written to JSON as it is, unless {@link #json} says
 *     otherwise
 */
public abstract class AnswerCommand<A> implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(names = "--json", description = "Print one JSON document.")
  private boolean json;

  /** Made by plugins; its options are filled in by picocli. */
  protected AnswerCommand() {}

  /**
   * Does what is asked for.
   *
   * @throws CommandFailure when that is not possible; nothing is printed on standard output then
   */
  protected abstract A answer();

  /** The answer for people. */
  protected abstract List<String> lines(A answer);

  /** The answer for programs. */
  protected JsonNode json(A answer) {
    return Json.tree(answer);
  }

  /** The exit code after an answer; what was found may be a failure all the same. */
  protected int exitCode(A answer) {
    return 0;
  }

  @Override
  public final Integer call() {
    A answer = answer();
    show(answer);
    return exitCode(answer);
  }

  /** Shows an answer. */
  protected void show(A answer) {
    print(isJson() ? List.of(Json.pretty(json(answer))) : lines(answer));
  }

  /** Whether the answer is for programs. */
  protected final boolean isJson() {
    return json;
  }

  /** Prints lines on standard output, where nothing but the answer belongs. */
  protected final void print(List<String> lines) {
    write(out(), lines);
  }

  /** Prints a line beside the answer, on standard error. */
  protected final void say(String line) {
    write(err(), List.of(line));
  }

  /** Standard output. */
  protected final PrintWriter out() {
    return spec.commandLine().getOut();
  }

  /** Standard error. */
  protected final PrintWriter err() {
    return spec.commandLine().getErr();
  }

  private static void write(PrintWriter to, List<String> lines) {
    lines.forEach(line -> to.print(line + "\n"));
    to.flush();
  }
}
