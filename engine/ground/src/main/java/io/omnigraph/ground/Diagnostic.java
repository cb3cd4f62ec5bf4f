package io.omnigraph.ground;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnigraph.ground.source.SourceSpan;
import org.jspecify.annotations.Nullable;

/**
 * A finding that a user should act on: wrong input, refused or skipped work, drift.
 *
 * <p>Code and path are stable and may be matched by programs; the message is one sentence for
 * people. Findings are values: they are collected and reported together, never thrown.
 *
 * @param code what was found, in {@code snake_case}
 * @param path where: a path into a document ({@code graphs.harbor.schema}), an address, or a file
 * @param message one sentence without line breaks; names the thing and, where it helps, the way out
 * @param span the place in a source text; absent when the finding is not about one
 * @param repair what a program can mend the source text from; absent when nothing more is known
 */
public record Diagnostic(
    String code,
    Severity severity,
    String path,
    String message,
    @Nullable SourceSpan span,
    @Nullable Repair repair) {

  /** How much a finding matters. */
  public enum Severity {
    /** The operation did not do, or will not do, what was asked. */
    ERROR,
    /** It went on; somebody should look. */
    WARNING
  }

  /**
   * What may be done about a source text.
   *
   * @param fix one thing to write, for people; absent when none is known
   * @param json the same and more for programs, in the form of whoever found it
   */
  public record Repair(@Nullable String fix, JsonNode json) {}

  /** An error that is not about a place in a source text. */
  public static Diagnostic error(String code, String path, String message) {
    return new Diagnostic(code, Severity.ERROR, path, message, null, null);
  }

  /** A warning that is not about a place in a source text. */
  public static Diagnostic warning(String code, String path, String message) {
    return new Diagnostic(code, Severity.WARNING, path, message, null, null);
  }

  /** The same finding at a place in a source text. */
  public Diagnostic at(@Nullable SourceSpan place) {
    return new Diagnostic(code, severity, path, message, place, repair);
  }

  /** The same finding with what a program can mend the source text from. */
  public Diagnostic repairedBy(Repair known) {
    return new Diagnostic(code, severity, path, message, span, known);
  }

  /** Whether this is an error. */
  public boolean isError() {
    return severity == Severity.ERROR;
  }
}
