package io.omnigraph.execute.operator;

import io.omnigraph.execute.result.QueryRejected;
import java.time.Duration;
import java.util.Map;

/**
 * What one run of a query may use.
 *
 * @param rows the most rows that its steps may pass on, all steps together
 * @param bytes the most memory that it may hold at once: batches, rows waiting to be sorted, groups
 *     and the result; columns and adjacency belong to the graph and do not count
 * @param time the longest that it may take
 * @param traversalWork the most rows and edges that all traversals together may look at, in a query
 *     with alternatives or all edges
 */
public record Limits(long rows, long bytes, Duration time, long traversalWork) {

  private static final long TRAVERSAL_WORK = 10_000_000;

  private static final long ROWS = 2_000_000_000L;
  private static final String BYTES = "OMNIGRAPH_QUERY_MEMORY_BYTES";
  private static final String TIME = "OMNIGRAPH_QUERY_TIMEOUT_MS";
  private static final Duration USUAL_TIME = Duration.ofMinutes(5);

  /** Limits with the usual one for the work of traversals. */
  public Limits(long rows, long bytes, Duration time) {
    this(rows, bytes, time, TRAVERSAL_WORK);
  }

  /** A quarter of the memory that the process may use, and five minutes. */
  public static Limits usual() {
    return of(Map.of());
  }

  /**
   * The limits that some variables set; the usual ones where they set none.
   *
   * @throws QueryRejected when a variable has a value that cannot be used
   */
  public static Limits of(Map<String, String> environment) {
    long bytes = setting(environment, BYTES, Runtime.getRuntime().maxMemory() / 4);
    long millis = setting(environment, TIME, USUAL_TIME.toMillis());
    return new Limits(ROWS, bytes, Duration.ofMillis(millis));
  }

  private static long setting(Map<String, String> environment, String name, long usual) {
    String text = environment.getOrDefault(name, "");
    if (text.isBlank()) {
      return usual;
    }
    if (!text.strip().matches("[1-9][0-9]{0,17}")) {
      throw new QueryRejected(
          "the environment variable `%s` is `%s`, expected a whole number greater than 0; change"
                  .formatted(name, text)
              + " or unset it");
    }
    return Long.parseLong(text.strip());
  }
}
