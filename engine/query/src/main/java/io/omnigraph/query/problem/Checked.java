package io.omnigraph.query.problem;

import java.util.List;
import java.util.Optional;

/** What a pass came to: a value, or the problems that keep it from being one. */
public sealed interface Checked<T> {

  /** The value; empty when there are problems. */
  Optional<T> value();

  /** The problems by position; empty when there is a value. */
  List<Problem> problems();

  /** There is no problem. */
  record Valid<T>(T result) implements Checked<T> {

    @Override
    public Optional<T> value() {
      return Optional.of(result);
    }

    @Override
    public List<Problem> problems() {
      return List.of();
    }
  }

  /** There is at least one problem. */
  record Invalid<T>(List<Problem> problems) implements Checked<T> {

    public Invalid {
      problems = List.copyOf(problems);
      if (problems.isEmpty()) {
        throw new IllegalArgumentException("nothing is wrong");
      }
    }

    @Override
    public Optional<T> value() {
      return Optional.empty();
    }
  }
}
