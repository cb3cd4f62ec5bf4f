package io.omnigraph.query.parse;

import io.omnigraph.ground.source.SourceSpan;
import io.omnigraph.query.ast.Expression;
import io.omnigraph.query.ast.Literal;
import io.omnigraph.schema.language.Token;
import io.omnigraph.schema.language.Token.Kind;
import io.omnigraph.schema.language.TokenStream;
import io.omnigraph.values.Scalar;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads literals. */
final class LiteralParser {

  private static final BigInteger LARGEST_HUGE =
      BigInteger.ONE.shiftLeft(Long.SIZE).subtract(BigInteger.ONE);
  private static final BigInteger LARGEST_INT = BigInteger.valueOf(Long.MAX_VALUE);
  private static final BigInteger SMALLEST_INT = BigInteger.valueOf(Long.MIN_VALUE);

  private final Cursor cursor;
  private final TokenStream tokens;

  LiteralParser(Cursor cursor) {
    this.cursor = cursor;
    this.tokens = cursor.tokens();
  }

  boolean atLiteral() {
    return switch (tokens.peek().kind()) {
      case INTEGER, FLOAT, STRING -> true;
      case SYMBOL -> tokens.atSymbol("[") || tokens.atSymbol("-");
      case NAME ->
          tokens.atWord("true")
              || tokens.atWord("false")
              || (Scalar.ofLiteral(tokens.peek().text()).isPresent()
                  && cursor.atCall(tokens.peek().text()));
      case TYPE_NAME, VARIABLE, UNREADABLE, END -> false;
    };
  }

  /** {@code null}, where it may stand. */
  Literal.Null nothing() {
    return new Literal.Null(cursor.span(tokens.expectWord("null")));
  }

  Literal literal() {
    return cursor.nested(this::unnested);
  }

  private Literal unnested() {
    Token first = tokens.peek();
    return switch (first.kind()) {
      case INTEGER -> {
        BigInteger value = cursor.integer("an integer", LARGEST_HUGE);
        yield value.compareTo(LARGEST_INT) > 0
            ? new Literal.Huge(value.longValue(), cursor.span(first))
            : new Literal.Int(value.longValue(), cursor.span(first));
      }
      case FLOAT -> {
        double value = decimal();
        yield new Literal.Decimal(value, cursor.span(first));
      }
      case STRING -> {
        tokens.next();
        yield new Literal.Text(first.text(), cursor.span(first));
      }
      case NAME -> word();
      case SYMBOL -> tokens.atSymbol("-") ? negative() : items();
      case TYPE_NAME, VARIABLE, UNREADABLE, END -> throw tokens.expected("a literal");
    };
  }

  private double decimal() {
    double value = Double.parseDouble(tokens.peek().text());
    if (Double.isInfinite(value)) {
      throw cursor.failure("the number is too large");
    }
    tokens.next();
    return value;
  }

  private Literal negative() {
    Token sign = tokens.next();
    if (tokens.at(Kind.FLOAT)) {
      double value = -decimal();
      return new Literal.Decimal(value, cursor.since(sign));
    }
    if (!tokens.at(Kind.INTEGER)) {
      throw tokens.expected("a number after `-`");
    }
    long value = cursor.integer("an integer", SMALLEST_INT.negate()).negate().longValue();
    return new Literal.Int(value, cursor.since(sign));
  }

  private Literal word() {
    Token first = tokens.next();
    Optional<Scalar> scalar = Scalar.ofLiteral(first.text());
    if (scalar.isPresent()) {
      String text = quoted();
      return new Literal.Quoted(scalar.get(), text, cursor.since(first));
    }
    return new Literal.Bool(first.isWord("true"), cursor.span(first));
  }

  private String quoted() {
    tokens.expectSymbol("(");
    String text = tokens.expect(Kind.STRING, "a string").text();
    tokens.expectSymbol(")");
    return text;
  }

  private Literal items() {
    Token first = tokens.expectSymbol("[");
    List<Expression> values = new ArrayList<>();
    if (!tokens.atSymbol("]")) {
      do {
        values.add(item());
      } while (tokens.acceptSymbol(","));
    }
    tokens.expectSymbol("]");
    SourceSpan span = cursor.since(first);
    return new Literal.Items(values, span);
  }

  private Expression item() {
    if (tokens.at(Kind.VARIABLE)) {
      Token parameter = tokens.next();
      return new Expression.Variable(parameter.text(), cursor.span(parameter));
    }
    if (tokens.atWord("null")) {
      throw cursor.failure("the elements of a list cannot be null");
    }
    if (!atLiteral()) {
      throw tokens.expected("a literal or a parameter");
    }
    return literal();
  }
}
