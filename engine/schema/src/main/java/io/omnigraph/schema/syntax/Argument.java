package io.omnigraph.schema.syntax;

import io.omnigraph.schema.catalog.Constraint.Bound;
import io.omnigraph.schema.language.Span;
import org.jspecify.annotations.Nullable;

/** An argument of a constraint, before it is known whether it fits. */
sealed interface Argument {

  Span span();

  /** What it is, for messages. */
  String what();

  /** A name of a property. */
  record WordArgument(Name name) implements Argument {

    @Override
    public Span span() {
      return name.span();
    }

    @Override
    public String what() {
      return "`" + name.text() + "`";
    }
  }

  /** A string. */
  record TextArgument(String value, Span span) implements Argument {

    @Override
    public String what() {
      return "a string";
    }
  }

  /** A number, {@code true} or {@code false}. */
  record LiteralArgument(String written, Span span) implements Argument {

    @Override
    public String what() {
      return "`" + written + "`";
    }
  }

  /** Two bounds, of which one may be absent. */
  record RangeArgument(@Nullable Bound min, @Nullable Bound max, Span span) implements Argument {

    @Override
    public String what() {
      return "a range";
    }
  }
}
