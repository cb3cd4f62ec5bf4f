package io.omnigraph.query.ast;

import io.omnigraph.ground.source.SourceSpan;
import io.omnigraph.values.Scalar;
import java.util.List;

/** A value that is written out. */
public sealed interface Literal extends Expression {

  /** A text, its escapes resolved. */
  record Text(String value, SourceSpan span) implements Literal {}

  /** No value: {@code null}. */
  record Null(SourceSpan span) implements Literal {}

  /** A whole number, with its sign. */
  record Int(long value, SourceSpan span) implements Literal {}

  /** A number with a fraction, with its sign. */
  record Decimal(double value, SourceSpan span) implements Literal {}

  /** A truth value. */
  record Bool(boolean value, SourceSpan span) implements Literal {}

  /** A whole number from 2^63 on. Its 64 bits are unsigned. */
  record Huge(long bits, SourceSpan span) implements Literal {}

  /** A text with the word of a scalar: {@code date("…")}; not yet known to be a value. */
  record Quoted(Scalar scalar, String text, SourceSpan span) implements Literal {}

  /**
   * A list.
   *
   * @param values literals, and variables that are parameters
   */
  record Items(List<Expression> values, SourceSpan span) implements Literal {

    public Items {
      values = List.copyOf(values);
    }
  }
}
