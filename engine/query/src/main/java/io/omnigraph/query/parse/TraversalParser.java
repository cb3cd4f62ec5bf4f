package io.omnigraph.query.parse;

import io.omnigraph.query.ast.Clause;
import io.omnigraph.query.ast.Expression;
import io.omnigraph.schema.language.Token;
import io.omnigraph.schema.language.Token.Kind;
import io.omnigraph.schema.language.TokenStream;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads traversals: {@code $a $e:<one | other>{1,3} $b}. */
final class TraversalParser {

  private static final BigInteger MOST_HOPS = BigInteger.TWO.pow(32).subtract(BigInteger.ONE);

  private final Cursor cursor;
  private final TokenStream tokens;
  private final ExpressionParser expressions;

  TraversalParser(Cursor cursor, ExpressionParser expressions) {
    this.cursor = cursor;
    this.tokens = cursor.tokens();
    this.expressions = expressions;
  }

  Clause.Traversal traversal() {
    Token first = tokens.peek();
    Expression.Variable source = expressions.variable();
    Expression.@Nullable Variable edge = null;
    if (tokens.at(Kind.VARIABLE)) {
      edge = expressions.variable();
      tokens.expectSymbol(":");
    }
    Clause.Edges edges = edges();
    Clause.@Nullable Hops hops = tokens.atSymbol("{") ? hops() : null;
    Expression.Variable target = expressions.variable();
    return new Clause.Traversal(source, edge, edges, hops, target, cursor.since(first));
  }

  /** That one name in parentheses is no choice. */
  void refuseSingleAlternative() {
    boolean isSingle =
        tokens.at(Kind.VARIABLE)
            && tokens.peek(1).isSymbol("(")
            && (tokens.peek(2).kind() == Kind.NAME || tokens.peek(2).kind() == Kind.STRING)
            && tokens.peek(3).isSymbol(")")
            && (tokens.peek(4).isSymbol("{") || tokens.peek(4).kind() == Kind.VARIABLE);
    if (isSingle) {
      String name = tokens.peek(2).text();
      tokens.next();
      throw cursor.failure(
          "alternatives need two names", "write `" + name + "` without parentheses");
    }
  }

  private Clause.Edges edges() {
    Token first = tokens.peek();
    List<Clause.EdgeName> names = new ArrayList<>();
    boolean isUndirected = tokens.acceptSymbol("<");
    if (!tokens.acceptSymbol("*")) {
      boolean isGroup = !isUndirected && tokens.acceptSymbol("(");
      names.add(name());
      if (isGroup && !tokens.atSymbol("|")) {
        throw cursor.failure("alternatives need two names", "leave the parentheses out");
      }
      while ((isGroup || isUndirected) && tokens.acceptSymbol("|")) {
        names.add(name());
      }
      if (isGroup) {
        tokens.expectSymbol(")");
      }
    }
    if (isUndirected) {
      tokens.expectSymbol(">");
    }
    return new Clause.Edges(names, isUndirected, cursor.since(first));
  }

  private Clause.EdgeName name() {
    Token name = tokens.peek();
    if (QueryTokens.isReserved(name)) {
      throw cursor.failure(
          "`" + name.text() + "` is a reserved word",
          "write it as a text: `\"" + name.text() + "\"`");
    }
    if (name.kind() != Kind.NAME && name.kind() != Kind.STRING) {
      throw tokens.expected("the name of an edge");
    }
    tokens.next();
    return new Clause.EdgeName(name.text(), cursor.span(name));
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
}
