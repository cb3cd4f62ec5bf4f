package io.omnigraph.query.result;

/**
 * A query cannot be carried out as it was asked, such as for a malformed date or because it needs
 * more memory than it may have. The message is one sentence for whoever asked.
 */
public final class QueryRejected extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** A rejected query. */
  public QueryRejected(String message) {
    super(message);
  }
}
