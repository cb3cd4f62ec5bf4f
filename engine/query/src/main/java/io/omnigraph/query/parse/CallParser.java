package io.omnigraph.query.parse;

import io.omnigraph.ground.source.DidYouMean;
import io.omnigraph.query.ast.AggregateFunction;
import io.omnigraph.query.ast.Expression;
import io.omnigraph.query.ast.Expression.RankCall;
import io.omnigraph.schema.language.Token;
import io.omnigraph.schema.language.TokenStream;
import io.omnigraph.values.Scalar;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads calls of functions. */
final class CallParser {

  private static final List<String> FUNCTIONS =
      Stream.concat(
              Stream.of(
                  "now",
                  "search",
                  "fuzzy",
                  "match_text",
                  "nearest",
                  "bm25",
                  "rrf",
                  "count",
                  "sum",
                  "avg",
                  "min",
                  "max"),
              Scalar.all().stream().flatMap(scalar -> scalar.literal().stream()))
          .toList();

  private final Cursor cursor;
  private final TokenStream tokens;
  private final ExpressionParser expressions;

  CallParser(Cursor cursor, ExpressionParser expressions) {
    this.cursor = cursor;
    this.tokens = cursor.tokens();
    this.expressions = expressions;
  }

  Expression call() {
    Optional<AggregateFunction> aggregate =
        Arrays.stream(AggregateFunction.values()).filter(f -> tokens.atWord(f.word())).findFirst();
    if (aggregate.isPresent()) {
      return aggregate(aggregate.get());
    }
    return switch (tokens.peek().text()) {
      case "now" -> now();
      case "search" -> search();
      case "fuzzy" -> fuzzy();
      case "match_text" -> matchText();
      case "nearest" -> nearest();
      case "bm25" -> bm25();
      case "rrf" -> rrf();
      default ->
          throw cursor.failure(
              "unknown function " + tokens.peek().described(),
              DidYouMean.help(tokens.peek().text(), FUNCTIONS));
    };
  }

  private Expression now() {
    Token first = tokens.next();
    tokens.expectSymbol("(");
    tokens.expectSymbol(")");
    return new Expression.Now(cursor.since(first));
  }

  private Expression aggregate(AggregateFunction function) {
    Token first = open();
    boolean isDistinct = tokens.atWord("distinct") && !tokens.peek(1).isSymbol(")");
    if (isDistinct) {
      tokens.next();
    }
    if (tokens.atSymbol("*")) {
      throw tokens.expected("an expression", "name what is counted: `count($x)`");
    }
    Expression argument = expressions.expression();
    tokens.expectSymbol(")");
    return new Expression.Aggregate(function, isDistinct, argument, cursor.since(first));
  }

  private Expression search() {
    Token first = open();
    Expression field = firstArgument();
    Expression query = lastArgument();
    return new Expression.Search(field, query, cursor.since(first));
  }

  private Expression matchText() {
    Token first = open();
    Expression field = firstArgument();
    Expression query = lastArgument();
    return new Expression.MatchText(field, query, cursor.since(first));
  }

  private Expression fuzzy() {
    Token first = open();
    Expression field = firstArgument();
    Expression query = expressions.expression();
    @Nullable Expression edits = optionalLastArgument();
    return new Expression.Fuzzy(field, query, edits, cursor.since(first));
  }

  private RankCall nearest() {
    Token first = open();
    Expression.PropertyAccess property = expressions.property();
    tokens.expectSymbol(",");
    Expression query = lastArgument();
    return new Expression.Nearest(property, query, cursor.since(first));
  }

  private RankCall bm25() {
    Token first = open();
    Expression field = firstArgument();
    Expression query = lastArgument();
    return new Expression.Bm25(field, query, cursor.since(first));
  }

  private Expression rrf() {
    Token first = open();
    RankCall one = rank();
    tokens.expectSymbol(",");
    RankCall other = rank();
    @Nullable Expression k = optionalLastArgument();
    return new Expression.Rrf(one, other, k, cursor.since(first));
  }

  private RankCall rank() {
    if (cursor.atCall("nearest")) {
      return nearest();
    }
    if (cursor.atCall("bm25")) {
      return bm25();
    }
    throw tokens.expected("`nearest` or `bm25`");
  }

  private Token open() {
    Token function = tokens.next();
    tokens.expectSymbol("(");
    return function;
  }

  private Expression firstArgument() {
    Expression argument = expressions.expression();
    tokens.expectSymbol(",");
    return argument;
  }

  private Expression lastArgument() {
    Expression argument = expressions.expression();
    tokens.expectSymbol(")");
    return argument;
  }

  private @Nullable Expression optionalLastArgument() {
    if (tokens.acceptSymbol(")")) {
      return null;
    }
    tokens.expectSymbol(",");
    return lastArgument();
  }
}
