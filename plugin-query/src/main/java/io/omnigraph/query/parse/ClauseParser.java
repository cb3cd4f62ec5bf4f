package io.omnigraph.query.parse;

import io.omnigraph.query.ast.Clause;
import io.omnigraph.query.ast.Comparison;
import io.omnigraph.query.ast.Expression;
import io.omnigraph.schema.language.Token;
import io.omnigraph.schema.language.Token.Kind;
import io.omnigraph.schema.language.TokenStream;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the clauses of {@code match} and {@code not} blocks. */
final class ClauseParser {

  private static final BigInteger MOST_HOPS = BigInteger.TWO.pow(32).subtract(BigInteger.ONE);

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
    if (tokens.atWord("not") && tokens.peek(1).isSymbol("{")) {
      return cursor.nested(this::negation);
    }
    if (tokens.at(Kind.VARIABLE) && tokens.peek(1).isSymbol(":")) {
      return binding();
    }
    return atTraversal() ? traversal() : filter();
  }

  private Clause negation() {
    Token first = tokens.next();
    List<Clause> clauses = block();
    return new Clause.Negation(clauses, cursor.since(first));
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

  /**
   * A variable before {@code contains} may begin a filter too; it is one when what follows cannot
   * be the other end of a traversal.
   */
  private boolean atTraversal() {
    if (!tokens.at(Kind.VARIABLE) || tokens.peek(1).kind() != Kind.NAME) {
      return false;
    }
    Token after = tokens.peek(2);
    return !tokens.peek(1).isWord("contains")
        || after.kind() == Kind.VARIABLE
        || after.isSymbol("{");
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
    if (edge.isWord("contains") && tokens.atSymbol(".")) {
      throw cursor.failure(
          "a variable before `contains` begins a traversal along an edge of that name",
          "write a property or a list before `contains`");
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
    Optional<Comparison> comparison = expressions.comparison();
    if (comparison.isEmpty()) {
      if (left instanceof Expression.TextCall call) {
        return new Clause.TextClause(call, cursor.since(first));
      }
      throw tokens.expected("a comparison");
    }
    Expression right = expressions.expression();
    return new Clause.Filter(left, comparison.get(), right, cursor.since(first));
  }
}
