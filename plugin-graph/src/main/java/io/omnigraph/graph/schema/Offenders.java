package io.omnigraph.graph.schema;

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

  /** The rows in words: {@code 7 stored rows have no value: 'a', 'b', …}. */
  String text(String what) {
    String rows = count == 1 ? "1 stored row " : count + " stored rows ";
    return rows
        + what
        + ids.stream().collect(Collectors.joining(", ", ": ", count > SHOWN ? ", …" : ""))
        + (example == null ? "" : " (" + example + ")");
  }
}
