package io.omnigraph.schema.language;

import io.omnigraph.ground.source.SourceText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects the problems of one source text. Used by one thread. */
public final class Problems {

  private static final Comparator<SourceProblem> BY_POSITION =
      Comparator.<SourceProblem>comparingInt(p -> p.span().line())
          .thenComparingInt(p -> p.span().column());

  private final SourceText source;
  private final List<SourceProblem> found = new ArrayList<>();

  /** Nothing found yet. */
  public Problems(SourceText source) {
    this.source = source;
  }

  /** Adds a problem whose message says it all. */
  public void add(Span at, String message) {
    add(at, message, null);
  }

  /**
   * Adds a problem.
   *
   * @param help as {@link SourceProblem#help}
   */
  public void add(Span at, String message, @Nullable String help) {
    found.add(new SourceProblem(message, help, source.span(at.start(), at.end())));
  }

  /** Whether nothing was found. */
  public boolean isEmpty() {
    return found.isEmpty();
  }

  /** What was found, in the order of the text; at one place in the order in which it was added. */
  public List<SourceProblem> byPosition() {
    return found.stream().sorted(BY_POSITION).toList();
  }
}
