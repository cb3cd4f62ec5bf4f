package io.omnigraph.query.parse;

import io.omnigraph.ground.source.DidYouMean;
import io.omnigraph.query.ast.AggregateFunction;
import io.omnigraph.query.ast.Comparison;
import io.omnigraph.query.ast.Expression;
import io.omnigraph.query.ast.Expression.RankCall;
import io.omnigraph.query.ast.Relation;
import io.omnigraph.schema.language.Token;
import io.omnigraph.schema.language.Token.Kind;
import io.omnigraph.schema.language.TokenStream;
import io.omnigraph.values.Scalar;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads expressions, values and operators. */
final class ExpressionParser {

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

  private static final Pattern WORDS = Pattern.compile(" ");

  private final Cursor cursor;
  private final TokenStream tokens;
  private final LiteralParser literals;

  ExpressionParser(Cursor cursor) {
    this.cursor = cursor;
    this.tokens = cursor.tokens();
    this.literals = new LiteralParser(cursor);
  }

  /** The operator that comes next, taken; empty when none does. */
  Optional<Comparison> comparison() {
    Token next = tokens.peek();
    Optional<Comparison> comparison =
        Arrays.stream(Comparison.values()).filter(c -> next.isSymbol(c.symbol())).findFirst();
    comparison.ifPresent(_ -> tokens.next());
    return comparison;
  }

  /** The operator of words that comes next, not taken; empty when none does. */
  Optional<Relation> nextRelation() {
    return Arrays.stream(Relation.values()).filter(r -> atWords(r.words())).findFirst();
  }

  /** The operator of words that comes next, taken; empty when none does. */
  Optional<Relation> relation() {
    Optional<Relation> relation = nextRelation();
    relation.ifPresent(r -> WORDS.splitAsStream(r.words()).forEach(tokens::expectWord));
    return relation;
  }

  private boolean atWords(String words) {
    int blank = words.indexOf(' ');
    return blank < 0
        ? tokens.atWord(words)
        : tokens.atWord(words.substring(0, blank))
            && tokens.peek(1).isWord(words.substring(blank + 1));
  }

  Expression.Variable variable() {
    Token name = tokens.expect(Kind.VARIABLE, "a variable");
    return new Expression.Variable(name.text(), cursor.span(name));
  }

  /** A literal, a variable or {@code now()}. */
  Expression value() {
    if (tokens.at(Kind.VARIABLE)) {
      return variable();
    }
    if (cursor.atCall("now")) {
      return now();
    }
    if (literals.atLiteral()) {
      return literals.literal();
    }
    throw tokens.expected("a value");
  }

  Expression expression() {
    return cursor.nested(this::unnested);
  }

  private Expression unnested() {
    if (tokens.at(Kind.VARIABLE)) {
      return tokens.peek(1).isSymbol(".") ? property() : variable();
    }
    if (literals.atLiteral()) {
      return literals.literal();
    }
    if (tokens.at(Kind.NAME)) {
      return tokens.peek(1).isSymbol("(") ? call() : alias();
    }
    throw tokens.expected("an expression");
  }

  private Expression alias() {
    Token name = tokens.next();
    return new Expression.AliasReference(name.text(), cursor.span(name));
  }

  private Expression.PropertyAccess property() {
    Token variable = tokens.expect(Kind.VARIABLE, "a property such as `$x.name`");
    tokens.expectSymbol(".");
    Token property = tokens.expect(Kind.NAME, "the name of a property");
    return new Expression.PropertyAccess(variable.text(), property.text(), cursor.since(variable));
  }

  private Expression call() {
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
    Expression argument = expression();
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
    Expression query = expression();
    @Nullable Expression edits = optionalLastArgument();
    return new Expression.Fuzzy(field, query, edits, cursor.since(first));
  }

  private RankCall nearest() {
    Token first = open();
    Expression.PropertyAccess property = property();
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
    Expression argument = expression();
    tokens.expectSymbol(",");
    return argument;
  }

  private Expression lastArgument() {
    Expression argument = expression();
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
