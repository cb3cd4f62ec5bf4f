package io.omnigraph.server.stage;

import io.omnigraph.api.serving.Problem;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The answer to a request that cannot be served.
 *
 * @param problem status and body
 * @param headers that the answer has besides
 */
public record Refusal(Problem problem, SortedMap<String, String> headers) {

  public Refusal {
    headers = Collections.unmodifiableSortedMap(new TreeMap<>(headers));
  }

  /** A refusal without further headers. */
  public static Refusal of(Problem problem) {
    return new Refusal(problem, Collections.emptySortedMap());
  }

  /** A refusal with one header. */
  public static Refusal of(Problem problem, String header, String value) {
    return new Refusal(problem, new TreeMap<>(Map.of(header, value)));
  }
}
