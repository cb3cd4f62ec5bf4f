package io.omnigraph.query.parse;

import io.omnigraph.ground.source.SourceText;
import io.omnigraph.query.ast.QueryBody;
import io.omnigraph.query.ast.QueryDeclaration;
import io.omnigraph.query.ast.QueryFile;
import io.omnigraph.query.problem.Checked;
import io.omnigraph.query.problem.Problem;
import io.omnigraph.query.problem.Repair;
import io.omnigraph.schema.language.Problems;
import io.omnigraph.schema.language.SyntaxException;
import io.omnigraph.schema.language.Token;
import io.omnigraph.schema.language.TokenStream;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code .gq} files (docs/reference/query-language.md §1 and §2). */
public final class QueryParser {

  private static final String EXPLAIN = "explain";

  private final Problems problems;
  private final TokenStream tokens;
  private final HeaderParser header;
  private final ReadParser read;
  private final MutationParser mutation;
  private final Cursor cursor;

  private QueryParser(SourceText source, Problems problems) {
    this.problems = problems;
    tokens = new TokenStream(QueryTokens.of(source, problems), problems);
    cursor = new Cursor(source, tokens, new Cursor.Depth(), new Cursor.Repairs());
    ExpressionParser expressions = new ExpressionParser(cursor);
    header = new HeaderParser(cursor);
    read = new ReadParser(cursor, expressions);
    mutation = new MutationParser(cursor, expressions);
  }

  /** The file that a text is, or everything that is wrong with it by position. */
  public static Checked<QueryFile> parse(SourceText source) {
    Problems problems = new Problems(source);
    QueryParser parser = new QueryParser(source, problems);
    QueryFile file = parser.file();
    return problems.isEmpty()
        ? new Checked.Valid<>(file)
        : new Checked.Invalid<>(
            problems.byPosition().stream().map(p -> parser.problem(p)).toList());
  }

  private Problem problem(io.omnigraph.schema.language.SourceProblem found) {
    return Problem.parse(
        found.message(), found.help(), cursor.repairs().at(found.span()), found.span());
  }

  private QueryFile file() {
    Token explain = tokens.atWord(EXPLAIN) ? tokens.next() : null;
    List<QueryDeclaration> queries = new ArrayList<>();
    while (!tokens.atEnd()) {
      try {
        if (tokens.atWord(EXPLAIN)) {
          misplaced(tokens.next(), "`explain` stands before the only query of a text");
        }
        queries.add(query());
      } catch (SyntaxException reported) {
        tokens.skipTo(QueryParser::atQuery);
      }
    }
    if (explain == null) {
      return new QueryFile(queries, null);
    }
    if (queries.size() > 1) {
      misplaced(explain, "`explain` stands before the only query of a text");
    } else if (queries.stream().anyMatch(QueryDeclaration::isMutation)) {
      misplaced(explain, "only a query that reads has a plan to explain");
    } else if (queries.isEmpty() && problems.isEmpty()) {
      misplaced(explain, "`explain` needs a query after it");
    }
    return new QueryFile(queries, new QueryFile.Explain(cursor.span(explain)));
  }

  /** A statement of its own where none can stand. */
  private void misplaced(Token statement, String message) {
    cursor.repair(statement, Repair.remove().coded("Q004"));
    problems.add(statement.span(), message, "leave `" + statement.text() + "` out");
  }

  /**
   * A name of its own is needed, since any property may be called {@code query}; parameters may
   * have been forgotten.
   */
  private static boolean atQuery(TokenStream tokens) {
    return tokens.atWord("query")
        && tokens.peek(1).kind() == Token.Kind.NAME
        && (tokens.peek(2).isSymbol("(") || tokens.peek(2).isSymbol("{"));
  }

  private QueryDeclaration query() {
    tokens.expectWord("query");
    Token name = tokens.expect(Token.Kind.NAME, "the name of the query");
    if (!tokens.atSymbol("(")) {
      throw cursor.failure(
          "expected `(`, found " + tokens.peek().described(),
          null,
          Repair.before("query " + name.text() + "()", "()").coded("Q002"));
    }
    var parameters = header.parameters();
    var annotations = header.annotations();
    tokens.expectSymbol("{");
    QueryBody body = mutation.atStatement() ? mutation.mutation() : read.read();
    closeBody(body);
    return new QueryDeclaration(
        name.text(),
        parameters,
        annotations.description(),
        annotations.instruction(),
        body,
        cursor.span(name));
  }

  private void closeBody(QueryBody body) {
    boolean isMixed =
        switch (body) {
          case QueryBody.Read _ -> mutation.atStatement();
          case QueryBody.Mutation _ -> tokens.atWord("match");
        };
    if (isMixed) {
      throw cursor.failure(
          "a query either reads or changes the graph", "write a second query for the other");
    }
    if (tokens.atWord("order")) {
      throw cursor.failure("`order` must come before `limit`, once");
    }
    tokens.expectSymbol("}");
  }
}
