package io.omnigraph.query.parse;

import io.omnigraph.query.ast.Expression;
import io.omnigraph.query.ast.QueryBody;
import io.omnigraph.query.ast.Statement;
import io.omnigraph.schema.language.Token;
import io.omnigraph.schema.language.Token.Kind;
import io.omnigraph.schema.language.TokenStream;
import java.util.ArrayList;
import java.util.List;

/** Reads the body of a query that changes the graph. */
final class MutationParser {

  private final Cursor cursor;
  private final TokenStream tokens;
  private final ExpressionParser expressions;

  MutationParser(Cursor cursor, ExpressionParser expressions) {
    this.cursor = cursor;
    this.tokens = cursor.tokens();
    this.expressions = expressions;
  }

  boolean atStatement() {
    return tokens.atWord("insert") || tokens.atWord("update") || tokens.atWord("delete");
  }

  /** At least one statement. */
  QueryBody.Mutation mutation() {
    List<Statement> statements = new ArrayList<>();
    while (atStatement()) {
      statements.add(statement(tokens.next()));
    }
    return new QueryBody.Mutation(statements);
  }

  private Statement statement(Token verb) {
    Token type = tokens.expect(Kind.TYPE_NAME, "a type");
    if (verb.isWord("insert")) {
      return new Statement.Insert(type.text(), cursor.span(type), assignments());
    }
    if (verb.isWord("update")) {
      tokens.expectWord("set");
      List<Statement.Assignment> assignments = assignments();
      return new Statement.Update(type.text(), cursor.span(type), assignments, condition());
    }
    return new Statement.Delete(type.text(), cursor.span(type), condition());
  }

  private List<Statement.Assignment> assignments() {
    tokens.expectSymbol("{");
    List<Statement.Assignment> assignments = new ArrayList<>();
    do {
      Token property = tokens.expect(Kind.NAME, "the name of a property");
      tokens.expectSymbol(":");
      Expression value = expressions.assigned();
      assignments.add(new Statement.Assignment(property.text(), value, cursor.span(property)));
      tokens.acceptSymbol(",");
    } while (!tokens.acceptSymbol("}"));
    return assignments;
  }

  private Expression condition() {
    tokens.expectWord("where");
    return expressions.expression();
  }
}
