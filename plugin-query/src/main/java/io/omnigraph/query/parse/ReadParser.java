package io.omnigraph.query.parse;

import io.omnigraph.query.ast.Clause;
import io.omnigraph.query.ast.Expression;
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
    List<Projection> projections = projections();
    List<Ordering> orderings = tokens.acceptWord("order") ? orderings() : List.of();
    return new QueryBody.Read(match, projections, orderings, limit());
  }

  private List<Projection> projections() {
    tokens.expectSymbol("{");
    List<Projection> projections = new ArrayList<>();
    do {
      Token first = tokens.peek();
      Expression expression = expressions.expression();
      @Nullable String alias =
          tokens.acceptWord("as")
              ? tokens.expect(Token.Kind.NAME, "the name of the column").text()
              : null;
      projections.add(new Projection(expression, alias, cursor.since(first)));
      tokens.acceptSymbol(",");
    } while (!tokens.acceptSymbol("}"));
    return projections;
  }

  private List<Ordering> orderings() {
    tokens.expectSymbol("{");
    List<Ordering> orderings = new ArrayList<>();
    do {
      Token first = tokens.peek();
      Expression expression = expressions.expression();
      SortDirection direction = direction(expression);
      orderings.add(new Ordering(expression, direction, cursor.since(first)));
    } while (tokens.acceptSymbol(","));
    tokens.expectSymbol("}");
    return orderings;
  }

  private SortDirection direction(Expression expression) {
    boolean written = tokens.atWord("asc") || tokens.atWord("desc");
    if (written && expression instanceof Expression.Nearest) {
      throw cursor.failure("`nearest` has no direction; the nearest come first");
    }
    if (tokens.acceptWord("desc")) {
      return SortDirection.DESCENDING;
    }
    tokens.acceptWord("asc");
    return SortDirection.ASCENDING;
  }

  private @Nullable Long limit() {
    if (!tokens.acceptWord("limit")) {
      return null;
    }
    return cursor.integer("a limit", LARGEST_LIMIT).min(LONGEST_RESULT).longValue();
  }
}
