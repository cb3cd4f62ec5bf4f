package io.omnigraph.store.schema;

import io.omnigraph.ground.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The stored rows that stand against a change: how many, and a few of them by their ids. */
final class Offenders {

  private static final int SHOWN = 5;

  private final List<String> ids = new ArrayList<>();
  private long count;
  private @Nullable String example;

  /** Adds a row. */
  void add(String id) {
    count++;
    if (ids.size() < SHOWN) {
      ids.add("'" + id + "'");
    }
  }

  /** Adds a row that breaks a rule; what the rule says about the first one is kept. */
  void add(String id, String finding) {
    if (example == null) {
      example = finding;
    }
    add(id);
  }

  boolean isEmpty() {
    return count == 0;
  }

  /**
   * The rows in words: {@code 7 stored rows without a value: 'a', 'b', …}.
   *
   * @param what a row each, in the singular
   * @param which ones of them
   */
  String text(String what, String which) {
    return "%s %s%s%s"
        .formatted(
            Quantity.of(count, what),
            which,
            ids.stream().collect(Collectors.joining(", ", ": ", count > SHOWN ? ", …" : "")),
            example == null ? "" : " (" + example + ")");
  }
}
