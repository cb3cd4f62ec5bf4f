package io.omnigraph.execute.result;

import io.omnigraph.query.problem.Diagnostic;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A query cannot be carried out as it was asked, such as for a malformed date or because it needs
 * more memory than it may have. The message is one sentence for whoever asked.
 */
public final class QueryRejected extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String shown;
  private final transient List<Diagnostic> diagnostics;

  /** The limit that the query ran into; absent when it is rejected for something else. */
  private final transient @Nullable ResourceLimit limit;

  /** A rejected query. */
  public QueryRejected(String message) {
    this(message, message);
  }

  /**
   * A rejected query whose text has a place worth showing.
   *
   * @param shown the message for a terminal, over several lines: each place with its excerpt
   */
  public QueryRejected(String message, String shown) {
    super(message);
    this.shown = shown;
    this.limit = null;
    this.diagnostics = List.of();
  }

  /** A rejected query whose text has places that a program can repair. */
  public QueryRejected(String message, String shown, List<Diagnostic> diagnostics) {
    super(message);
    this.shown = shown;
    this.limit = null;
    this.diagnostics = List.copyOf(diagnostics);
  }

  /** What is wrong with the text; empty when something else is. */
  public List<Diagnostic> diagnostics() {
    return diagnostics;
  }

  /** A query that needs more than it may have. */
  public QueryRejected(String message, ResourceLimit limit) {
    super(message);
    this.shown = message;
    this.limit = limit;
    this.diagnostics = List.of();
  }

  /** The limit that the query ran into; empty when it is rejected for something else. */
  public Optional<ResourceLimit> limit() {
    return Optional.ofNullable(limit);
  }

  /** The message for a terminal. */
  public String shown() {
    return shown;
  }
}
