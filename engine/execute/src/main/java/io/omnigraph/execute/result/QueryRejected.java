package io.omnigraph.execute.result;

/**
 * A query cannot be carried out as it was asked, such as for a malformed date or because it needs
 * more memory than it may have. The message is one sentence for whoever asked.
 */
public final class QueryRejected extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String shown;

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
  }

  /** The message for a terminal. */
  public String shown() {
    return shown;
  }
}
