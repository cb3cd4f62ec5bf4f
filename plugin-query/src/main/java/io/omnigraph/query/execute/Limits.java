package io.omnigraph.query.execute;

import java.time.Duration;

/**
 * What one run of a query may use.
 *
 * @param rows the most rows that its steps may pass on, all steps together
 * @param bytes the most memory that it may hold at once: batches, rows waiting to be sorted, groups
 *     and the result; columns and adjacency belong to the graph and do not count
 * @param time the longest that it may take
 */
public record Limits(long rows, long bytes, Duration time) {

  private static final long ROWS = 2_000_000_000L;
  private static final String BYTES = "OMNIGRAPH_QUERY_MEMORY_BYTES";
  private static final String TIME = "OMNIGRAPH_QUERY_TIMEOUT_MS";
  private static final Duration USUAL_TIME = Duration.ofMinutes(5);

  /**
   * The limits of the environment; without any, a quarter of the memory that the process may use,
   * and five minutes.
   */
  public static Limits usual() {
    long bytes = setting(BYTES, Runtime.getRuntime().maxMemory() / 4);
    return new Limits(ROWS, bytes, Duration.ofMillis(setting(TIME, USUAL_TIME.toMillis())));
  }

  private static long setting(String name, long usual) {
    String text = System.getenv(name);
    if (text == null || text.isBlank()) {
      return usual;
    }
    if (!text.strip().matches("[1-9][0-9]{0,17}")) {
      throw new IllegalArgumentException(
          "the environment variable `%s` is `%s`; expected a whole number greater than 0"
              .formatted(name, text));
    }
    return Long.parseLong(text.strip());
  }
}
