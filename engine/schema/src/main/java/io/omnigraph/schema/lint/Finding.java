package io.omnigraph.schema.lint;

import io.omnigraph.ground.source.SourceSpan;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Something that a person should look at.
 *
 * @param code stable; absent for an unsupported change that has none
 * @param message one sentence
 * @param span where in the source; absent for what concerns a graph
 */
public record Finding(
    Severity severity, @Nullable String code, String message, @Nullable SourceSpan span) {

  /** Errors first, then in the order of the source. */
  public static final Comparator<Finding> ORDER =
      Comparator.comparing(Finding::severity)
          .thenComparingInt(f -> f.span() == null ? Integer.MAX_VALUE : f.span().line())
          .thenComparingInt(f -> f.span() == null ? 0 : f.span().column());

  /** How bad it is. */
  public enum Severity {
    /** It will not work. */
    ERROR("error", "ERROR"),
    /** It is probably not meant. */
    WARNING("warning", "WARN "),
    /** It is good to know. */
    INFO("info", "INFO ");

    private final String word;
    private final String label;

    Severity(String word, String label) {
      this.word = word;
      this.label = label;
    }

    /** The word in JSON. */
    public String word() {
      return word;
    }

    /** Five columns for people. */
    public String label() {
      return label;
    }
  }

  /** The finding for people, on one line. */
  public String line() {
    String place = span == null ? "" : span.place() + ": ";
    return severity.label() + " " + place + message + (code == null ? "" : " [" + code + "]");
  }
}
