package io.omnigraph.query.parse;

import io.omnigraph.query.ast.Clause;
import io.omnigraph.query.ast.Expression;
import io.omnigraph.query.ast.Literal;
import io.omnigraph.query.ast.Ordering;
import io.omnigraph.query.ast.Projection;
import io.omnigraph.query.ast.QueryBody;
import io.omnigraph.query.ast.SortDirection;
import io.omnigraph.schema.language.Token;
import io.omnigraph.schema.language.TokenStream;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the body of a query that reads: match, return, order, limit. */
final class ReadParser {

  private static final BigInteger LARGEST_LIMIT = BigInteger.TWO.pow(64).subtract(BigInteger.ONE);
  private static final BigInteger LONGEST_RESULT = BigInteger.valueOf(Long.MAX_VALUE);

  private final Cursor cursor;
  private final TokenStream tokens;
  private final ExpressionParser expressions;
  private final ClauseParser clauses;

  ReadParser(Cursor cursor, ExpressionParser expressions) {
    this.cursor = cursor;
    this.tokens = cursor.tokens();
    this.expressions = expressions;
    this.clauses = new ClauseParser(cursor, expressions);
  }

  QueryBody.Read read() {
    if (!tokens.atWord("match")) {
      throw tokens.expected("`match`, `insert`, `update` or `delete`");
    }
    tokens.next();
    List<Clause> match = clauses.block();
    tokens.expectWord("return");
    boolean isDistinct = tokens.acceptWord("distinct");
    List<Projection> projections = projections();
    List<Ordering> orderings = tokens.acceptWord("order") ? orderings() : List.of();
    @Nullable Expression limit = tokens.acceptWord("limit") ? rows("a limit") : null;
    @Nullable Expression offset = tokens.acceptWord("offset") ? rows("an offset") : null;
    if (tokens.atWord("limit")) {
      throw cursor.failure("`limit` must come before `offset`, once");
    }
    return new QueryBody.Read(match, isDistinct, projections, orderings, limit, offset);
  }

  private List<Projection> projections() {
    tokens.expectSymbol("{");
    List<Projection> projections = new ArrayList<>();
    do {
      projections.add(
          tokens.at(Token.Kind.VARIABLE) && tokens.peek(1).isSymbol("{") ? node() : value());
      tokens.acceptSymbol(",");
    } while (!tokens.acceptSymbol("}"));
    return projections;
  }

  private Projection value() {
    Token first = tokens.peek();
    Expression expression = expressions.expression();
    @Nullable String alias = alias();
    return new Projection.Value(expression, alias, cursor.since(first));
  }

  private Projection node() {
    Token first = tokens.peek();
    Expression.Variable variable = expressions.variable();
    tokens.expectSymbol("{");
    List<Projection.Member> members = tokens.acceptSymbol("*") ? List.of() : members();
    tokens.expectSymbol("}");
    @Nullable String alias = alias();
    return new Projection.Node(variable, members, alias, cursor.since(first));
  }

  private List<Projection.Member> members() {
    List<Projection.Member> members = new ArrayList<>();
    do {
      members.add(member());
      tokens.acceptSymbol(",");
    } while (!tokens.atSymbol("}"));
    return members;
  }

  private Projection.Member member() {
    Token first = tokens.peek();
    if (tokens.atSymbol("@")) {
      String field = expressions.systemField().written();
      return new Projection.Member(field, cursor.since(first));
    }
    Token property = tokens.expect(Token.Kind.NAME, "`*` or the name of a property");
    return new Projection.Member(property.text(), cursor.span(property));
  }

  private @Nullable String alias() {
    if (!tokens.acceptWord("as")) {
      return null;
    }
    if (QueryTokens.isReserved(tokens.peek())) {
      throw cursor.failure(
          "`" + tokens.peek().text() + "` is a reserved word and cannot be the name of a column");
    }
    return tokens.expect(Token.Kind.NAME, "the name of the column").text();
  }

  private List<Ordering> orderings() {
    tokens.expectSymbol("{");
    List<Ordering> orderings = new ArrayList<>();
    do {
      Token first = tokens.peek();
      Expression expression = expressions.expression();
      @Nullable SortDirection direction = direction(expression);
      orderings.add(new Ordering(expression, direction, cursor.since(first)));
    } while (tokens.acceptSymbol(","));
    tokens.expectSymbol("}");
    return orderings;
  }

  private @Nullable SortDirection direction(Expression expression) {
    boolean written = tokens.atWord("asc") || tokens.atWord("desc");
    if (written && expression instanceof Expression.Nearest) {
      throw cursor.failure("`nearest` has no direction; the nearest come first");
    }
    if (tokens.acceptWord("desc")) {
      return SortDirection.DESCENDING;
    }
    return tokens.acceptWord("asc") ? SortDirection.ASCENDING : null;
  }

  /**
   * A number of rows.
   *
   * @param what it is, for the message: {@code a limit}
   */
  private Expression rows(String what) {
    if (tokens.at(Token.Kind.VARIABLE)) {
      return expressions.variable();
    }
    Token first = tokens.peek();
    long rows = cursor.integer(what, LARGEST_LIMIT).min(LONGEST_RESULT).longValue();
    return new Literal.Int(rows, cursor.span(first));
  }
}
