package io.omnigraph.server.request;

import io.omnigraph.api.serving.Problem;
import io.omnigraph.server.stage.StageOutcome;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The parameters of a query string.
 *
 * @param values by name
 */
public record QueryString(SortedMap<String, String> values) {

  public QueryString {
    values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
  }

  /**
   * Reads a query string: malformed encoding and repeated names are answered with 400.
   *
   * @param raw without the question mark; may be empty
   */
  public static StageOutcome<QueryString> read(String raw) {
    SortedMap<String, String> values = new TreeMap<>();
    for (String pair : raw.split("&", -1)) {
      if (pair.isEmpty()) {
        continue;
      }
      int equals = pair.indexOf('=');
      Optional<String> name = decode(equals < 0 ? pair : pair.substring(0, equals));
      Optional<String> value = decode(equals < 0 ? "" : pair.substring(equals + 1));
      if (name.isEmpty() || value.isEmpty()) {
        return StageOutcome.stopped(
            Problem.badRequest("malformed percent-encoding in the query string at `" + pair + "`"));
      }
      if (values.putIfAbsent(name.get(), value.get()) != null) {
        return StageOutcome.stopped(
            Problem.badRequest("the query parameter `" + name.get() + "` is given twice"));
      }
    }
    return StageOutcome.passed(new QueryString(values));
  }

  private static Optional<String> decode(String text) {
    return PercentEncoding.decode(text.replace('+', ' '));
  }
}
