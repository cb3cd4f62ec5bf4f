package io.omnigraph.schema.syntax;

import io.omnigraph.schema.catalog.Constraint.Bound;
import io.omnigraph.schema.catalog.GraphType.EdgeType;
import io.omnigraph.schema.language.Token;
import io.omnigraph.schema.language.Token.Kind;
import io.omnigraph.schema.language.TokenStream;
import io.omnigraph.schema.syntax.Argument.LiteralArgument;
import io.omnigraph.schema.syntax.Argument.RangeArgument;
import io.omnigraph.schema.syntax.Argument.TextArgument;
import io.omnigraph.schema.syntax.Argument.WordArgument;
import java.util.OptionalLong;

/** Parses the arguments of constraints. */
final class ArgumentParser {

  private static final String ARGUMENT = "the name of a property, a range or a literal";

  private final TokenStream tokens;

  ArgumentParser(TokenStream tokens) {
    this.tokens = tokens;
  }

  Argument argument() {
    Token first = tokens.peek();
    return switch (first.kind()) {
      case NAME -> word(tokens.next());
      case STRING -> new TextArgument(tokens.next().text(), first.span());
      case INTEGER, FLOAT -> numberOrRange();
      case SYMBOL -> {
        if (first.isSymbol("@")) {
          yield end();
        }
        if (!first.isSymbol("-") && !first.isSymbol("..")) {
          throw tokens.expected(ARGUMENT);
        }
        yield numberOrRange();
      }
      case TYPE_NAME, VARIABLE, UNREADABLE, END -> throw tokens.expected(ARGUMENT);
    };
  }

  private static Argument word(Token token) {
    return token.isWord("true") || token.isWord("false")
        ? new LiteralArgument(token.text(), token.span())
        : new WordArgument(new Name(token.text(), token.span()));
  }

  /** An end of an edge. Its name keeps the sign, so that no property is meant by it. */
  private Argument end() {
    Token first = tokens.next();
    Token word = tokens.peek();
    if (word.kind() != Kind.NAME || !EdgeType.ENDS.contains(word.text())) {
      throw tokens.expected("`src` or `dst`, the ends of an edge");
    }
    tokens.next();
    return new WordArgument(new Name("@" + word.text(), tokens.since(first)));
  }

  private Argument numberOrRange() {
    Token first = tokens.peek();
    Bound min = first.isSymbol("..") ? null : bound();
    if (!tokens.acceptSymbol("..")) {
      if (first.isSymbol("-")) {
        throw tokens.expected("`..`", "a negative number stands in ranges only");
      }
      return new LiteralArgument(first.text(), first.span());
    }
    Bound max = min == null || atNumber() ? bound() : null;
    return new RangeArgument(min, max, tokens.since(first));
  }

  private boolean atNumber() {
    return tokens.atSymbol("-") || tokens.at(Kind.INTEGER) || tokens.at(Kind.FLOAT);
  }

  private Bound bound() {
    boolean negative = tokens.acceptSymbol("-");
    Token number = tokens.peek();
    boolean isNumber = number.kind() == Kind.INTEGER || number.kind() == Kind.FLOAT;
    if (!isNumber || (negative && !tokens.previous().touches(number))) {
      throw tokens.expected(
          "a number", isNumber ? "there is no blank between `-` and the number" : null);
    }
    Bound bound = bound(negative ? "-" + number.text() : number.text());
    if (Double.isInfinite(bound.value())) {
      throw tokens.failure("the number is beyond what a bound can be", null);
    }
    tokens.next();
    return bound;
  }

  private static Bound bound(String number) {
    OptionalLong whole = Numbers.parseLong(number);
    // Adding zero makes a plain zero of a negative one: they are the same bound.
    return whole.isPresent()
        ? new Bound.Whole(whole.getAsLong())
        : new Bound.Decimal(Double.parseDouble(number) + 0.0);
  }
}
