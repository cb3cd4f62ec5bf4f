package io.omnigraph.query.parse;

import io.omnigraph.ground.source.SourceSpan;
import io.omnigraph.ground.source.SourceText;
import io.omnigraph.query.problem.Repair;
import io.omnigraph.schema.language.Span;
import io.omnigraph.schema.language.SyntaxException;
import io.omnigraph.schema.language.Token;
import io.omnigraph.schema.language.TokenStream;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The tokens of a query file with what its parsers share: places, numbers, depth. */
record Cursor(SourceText source, TokenStream tokens, Depth depth, Repairs repairs) {

  private static final int DEEPEST = 64;

  /** Everything from a token to the one taken last. */
  SourceSpan since(Token first) {
    return span(tokens.since(first));
  }

  SourceSpan span(Token token) {
    return span(token.span());
  }

  private SourceSpan span(Span span) {
    return source.span(span.start(), span.end());
  }

  /** Whether the next tokens are a word and a parenthesis. */
  boolean atCall(String function) {
    return tokens.atWord(function) && tokens.peek(1).isSymbol("(");
  }

  /**
   * Takes an integer between 0 and a bound.
   *
   * @param what the integer is, for the message: {@code a limit}
   */
  BigInteger integer(String what, BigInteger max) {
    if (!tokens.at(Token.Kind.INTEGER)) {
      throw tokens.expected(what);
    }
    BigInteger value = new BigInteger(tokens.peek().text());
    if (value.compareTo(max) > 0) {
      throw tokens.failure("`" + value + "` is too large; " + what + " is at most " + max, null);
    }
    tokens.next();
    return value;
  }

  /** Reads something that may hold its own kind again. */
  <T> T nested(Supplier<T> rule) {
    if (depth.level == DEEPEST) {
      throw tokens.failure("nested more than " + DEEPEST + " levels deep", null);
    }
    depth.level++;
    try {
      return rule.get();
    } finally {
      depth.level--;
    }
  }

  /** Reports that the next token is wrong; to be thrown. */
  SyntaxException failure(String message) {
    return tokens.failure(message, null);
  }

  /**
   * Reports that the next token is wrong, with a way out; to be thrown.
   *
   * @param help absent when none is known
   */
  SyntaxException failure(String message, @Nullable String help) {
    return tokens.failure(message, help);
  }

  /**
   * Reports that the next token is wrong, with what to do about it; to be thrown.
   *
   * @param help absent when none is known
   */
  SyntaxException failure(String message, @Nullable String help, Repair repair) {
    repair(tokens.peek(), repair);
    return tokens.failure(message, help);
  }

  /** Keeps what to do about the problem at a token. */
  void repair(Token place, Repair repair) {
    repairs.atPlace.put(span(place), repair);
  }

  /** What to do about problems, by their places. */
  static final class Repairs {
    private final Map<SourceSpan, Repair> atPlace = new HashMap<>();

    Repair at(SourceSpan place) {
      return atPlace.getOrDefault(place, Repair.NONE);
    }
  }

  /** How many nested rules the parser is in. */
  static final class Depth {
    private int level;
  }
}
