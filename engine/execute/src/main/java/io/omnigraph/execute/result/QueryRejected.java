package io.omnigraph.execute.result;

import io.omnigraph.graph.failure.GraphFailure;
import io.omnigraph.graph.failure.GraphFailureException;
import io.omnigraph.query.problem.QueryDiagnostic;
import java.util.List;

/**
 * A query cannot be carried out as it was asked, such as for a malformed date or because it needs
 * more memory than it may have. The message is one sentence for whoever asked.
 */
public final class QueryRejected extends GraphFailureException {

  private static final long serialVersionUID = 1L;

  private final transient GraphFailure failure;

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
    this(message, shown, List.of());
  }

  /** A rejected query whose text has places that a program can repair. */
  public QueryRejected(String message, String shown, List<QueryDiagnostic> diagnostics) {
    this(new GraphFailure.Rejected(message, shown, diagnostics));
  }

  private QueryRejected(GraphFailure failure) {
    super(failure.message(), null);
    this.failure = failure;
  }

  /**
   * A query that would take more than it may.
   *
   * @param resource what of, in one word
   * @param actual what it had taken when it was stopped
   */
  public static QueryRejected beyond(String message, String resource, long limit, long actual) {
    return new QueryRejected(new GraphFailure.Limit(message, resource, limit, actual));
  }

  @Override
  public GraphFailure failure() {
    return failure;
  }

  /** The message for a terminal. */
  public String shown() {
    return failure instanceof GraphFailure.Rejected rejected ? rejected.shown() : failure.message();
  }
}
