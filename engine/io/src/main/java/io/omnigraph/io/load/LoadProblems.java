package io.omnigraph.io.load;

import io.omnigraph.ground.Quantity;
import java.util.ArrayList;
import java.util.List;

/**
 * What is wrong with some input.
 *
 * @param first the problems found first, at most {@value #SHOWN}, each with its place
 * @param count of all problems, shown or not
 */
public record LoadProblems(List<String> first, long count) {

  /** How many problems are kept; the others are only counted. */
  public static final int SHOWN = 20;

  public LoadProblems {
    first = List.copyOf(first);
  }

  /** One sentence for a single problem; else a headline and a line for each. */
  public String message() {
    if (count == 1) {
      return first.getFirst();
    }
    List<String> lines = new ArrayList<>();
    lines.add("the data has " + Quantity.of(count, "problem") + "; nothing was loaded");
    first.forEach(problem -> lines.add("  " + problem));
    if (count > first.size()) {
      lines.add("  and " + (count - first.size()) + " more");
    }
    return String.join("\n", lines);
  }

  /** Collects problems. Used by one thread. */
  static final class Collector {

    private final List<String> first = new ArrayList<>();
    private long count;

    void add(String problem) {
      count++;
      if (first.size() < SHOWN) {
        first.add(problem);
      }
    }

    boolean isEmpty() {
      return count == 0;
    }

    LoadProblems collected() {
      return new LoadProblems(first, count);
    }
  }
}
