package io.omnigraph.query.parse;

import io.omnigraph.ground.source.DidYouMean;
import io.omnigraph.query.ast.Clause;
import io.omnigraph.query.ast.Comparison;
import io.omnigraph.query.ast.Expression;
import io.omnigraph.query.ast.Relation;
import io.omnigraph.schema.language.Token;
import io.omnigraph.schema.language.Token.Kind;
import io.omnigraph.schema.language.TokenStream;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the clauses of {@code match} and {@code not} blocks. */
final class ClauseParser {

  private static final BigInteger MOST_HOPS = BigInteger.TWO.pow(32).subtract(BigInteger.ONE);

  private static final List<String> BLOCKS = List.of("not", "exists", "count", "optional");

  private final Cursor cursor;
  private final TokenStream tokens;
  private final ExpressionParser expressions;

  ClauseParser(Cursor cursor, ExpressionParser expressions) {
    this.cursor = cursor;
    this.tokens = cursor.tokens();
    this.expressions = expressions;
  }

  /** At least one clause in braces. */
  List<Clause> block() {
    tokens.expectSymbol("{");
    List<Clause> clauses = new ArrayList<>();
    do {
      if (tokens.atSymbol(",")) {
        throw cursor.failure("clauses are not separated by commas", "leave the comma out");
      }
      clauses.add(clause());
    } while (!tokens.acceptSymbol("}"));
    return clauses;
  }

  private Clause clause() {
    if (tokens.at(Kind.NAME) && tokens.peek(1).isSymbol("{")) {
      return cursor.nested(this::blockClause);
    }
    if (tokens.at(Kind.VARIABLE) && tokens.peek(1).isSymbol(":")) {
      return binding();
    }
    return QueryTokens.beginTraversal(tokens.peek(), tokens.peek(1), tokens.peek(2))
        ? traversal()
        : filter();
  }

  private Clause blockClause() {
    Token word = tokens.peek();
    return switch (word.text()) {
      case "not" -> {
        List<Clause> clauses = innerBlock();
        yield new Clause.Negation(clauses, cursor.since(word));
      }
      case "exists" -> {
        List<Clause> clauses = innerBlock();
        yield new Clause.Existence(clauses, cursor.since(word));
      }
      case "optional" -> {
        List<Clause> clauses = innerBlock();
        yield new Clause.OptionalMatch(clauses, cursor.since(word));
      }
      case "count" -> count();
      default ->
          throw cursor.failure(
              "unknown block " + word.described(), DidYouMean.help(word.text(), BLOCKS));
    };
  }

  private List<Clause> innerBlock() {
    tokens.next();
    return block();
  }

  private Clause count() {
    Token word = tokens.peek();
    List<Clause> clauses = innerBlock();
    Comparison comparison =
        expressions
            .comparison()
            .orElseThrow(
                () -> tokens.expected("a comparison", "write `exists { … }` to ask for any match"));
    Expression number = expressions.expression();
    return new Clause.Count(clauses, comparison, number, cursor.since(word));
  }

  private Clause binding() {
    Token first = tokens.peek();
    Expression.Variable variable = expressions.variable();
    tokens.expectSymbol(":");
    Token type = tokens.expect(Kind.TYPE_NAME, "a node type");
    List<Clause.PropertyMatch> matches = tokens.acceptSymbol("{") ? matches() : List.of();
    return new Clause.Binding(
        variable, type.text(), cursor.span(type), matches, cursor.since(first));
  }

  private List<Clause.PropertyMatch> matches() {
    List<Clause.PropertyMatch> matches = new ArrayList<>();
    do {
      Token property = tokens.expect(Kind.NAME, "the name of a property");
      tokens.expectSymbol(":");
      Expression value = expressions.value();
      matches.add(new Clause.PropertyMatch(property.text(), value, cursor.span(property)));
    } while (tokens.acceptSymbol(",") && !tokens.atSymbol("}"));
    tokens.expectSymbol("}");
    return matches;
  }

  private Clause traversal() {
    Token first = tokens.peek();
    Expression.Variable source = expressions.variable();
    Token edge = tokens.peek();
    if (edge.isWord("not") || edge.text().startsWith("not_")) {
      throw cursor.failure("the name of an edge in a query cannot begin with `not`");
    }
    tokens.next();
    Clause.@Nullable Hops hops = tokens.atSymbol("{") ? hops() : null;
    Expression.Variable target = expressions.variable();
    if (tokens.atSymbol(".") && (edge.isWord("contains") || edge.isWord("in"))) {
      throw cursor.failure(
          "a variable before `%s` begins a traversal along an edge of that name"
              .formatted(edge.text()),
          "write a property or a list before `" + edge.text() + "`");
    }
    return new Clause.Traversal(
        source, edge.text(), cursor.span(edge), hops, target, cursor.since(first));
  }

  private Clause.Hops hops() {
    Token first = tokens.next();
    long min = cursor.integer("the least number of hops", MOST_HOPS).longValue();
    if (tokens.atSymbol("}")) {
      throw tokens.expected("`,`", "write {" + min + "," + min + "} for exactly " + min);
    }
    tokens.expectSymbol(",");
    @Nullable Long max =
        tokens.atSymbol("}")
            ? null
            : (Long) cursor.integer("the greatest number of hops", MOST_HOPS).longValue();
    tokens.expectSymbol("}");
    return new Clause.Hops(min, max, cursor.since(first));
  }

  private Clause filter() {
    Token first = tokens.peek();
    Expression left = expressions.expression();
    if (tokens.acceptWord("is")) {
      boolean wantsNull = !tokens.acceptWord("not");
      tokens.expectWord("null");
      return new Clause.NullTest(left, wantsNull, cursor.since(first));
    }
    Optional<Relation> relation = expressions.relation();
    if (relation.isPresent()) {
      Expression right = expressions.expression();
      return new Clause.Relates(left, relation.get(), right, cursor.since(first));
    }
    Optional<Comparison> comparison = expressions.comparison();
    if (comparison.isPresent()) {
      Expression right = expressions.expression();
      return new Clause.Filter(left, comparison.get(), right, cursor.since(first));
    }
    if (left instanceof Expression.TextCall call) {
      return new Clause.TextClause(call, cursor.since(first));
    }
    throw tokens.expected("a comparison", edgeSpelling(left));
  }

  /** How an edge that is spelt as in the schema is spelt here; absent where there is none. */
  private @Nullable String edgeSpelling(Expression left) {
    String word = tokens.peek().text();
    return left instanceof Expression.Variable && tokens.at(Kind.TYPE_NAME)
        ? "edges begin with a small letter here: `%s`"
            .formatted(word.substring(0, 1).toLowerCase(Locale.ROOT) + word.substring(1))
        : null;
  }
}
