package io.omnigraph.graph.failure;

/**
 * The table on account of which a write was refused: what the write depends on has changed since
 * the write began.
 *
 * @param tableKey such as {@code node:Person}
 * @param expected the version of the table when the write began
 * @param actual its version now
 */
public record StaleTable(String tableKey, long expected, long actual) {

  /** The refusal in a sentence. */
  public String message() {
    return "stale view of '%s': expected manifest table version %d but current is %d — refresh and retry"
        .formatted(tableKey, expected, actual);
  }
}
