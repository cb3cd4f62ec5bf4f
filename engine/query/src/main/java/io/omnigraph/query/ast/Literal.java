package io.omnigraph.query.ast;

import io.omnigraph.ground.source.SourceSpan;
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

  /** {@code date("…")}; the text is not yet known to be a date. */
  record Date(String text, SourceSpan span) implements Literal {}

  /** {@code datetime("…")}; the text is not yet known to be an instant. */
  record DateTime(String text, SourceSpan span) implements Literal {}

  /** A list of literals. */
  record Items(List<Literal> values, SourceSpan span) implements Literal {

    public Items {
      values = List.copyOf(values);
    }
  }
}
