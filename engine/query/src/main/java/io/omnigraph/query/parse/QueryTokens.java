package io.omnigraph.query.parse;

import io.omnigraph.ground.source.SourceText;
import io.omnigraph.schema.language.Lexer;
import io.omnigraph.schema.language.LexicalRules;
import io.omnigraph.schema.language.Problems;
import io.omnigraph.schema.language.Token;
import java.util.List;

/** The tokens of the query language (query-language specification, section 1). */
public final class QueryTokens {

  private static final LexicalRules RULES =
      LexicalRules.withSymbols(
              "{", "}", "(", ")", "[", "]", ",", ":", ".", "?", "@", "=", "!=", "<=", ">=", "<",
              ">", "-", "*")
          .andVariables();

  private QueryTokens() {}

  /** The tokens of a text, the last of which is its end. */
  public static List<Token> of(SourceText source, Problems problems) {
    return Lexer.tokens(source, RULES, problems);
  }

  /**
   * Whether a clause that begins with these tokens is a traversal. A variable before an operator of
   * words may begin a filter too; it does when what follows cannot be the other end of a traversal
   * along an edge of that name.
   */
  public static boolean beginTraversal(Token first, Token second, Token third) {
    if (first.kind() != Token.Kind.VARIABLE || second.kind() != Token.Kind.NAME) {
      return false;
    }
    return switch (second.text()) {
      case "contains", "in" -> third.kind() == Token.Kind.VARIABLE || third.isSymbol("{");
      case "starts", "ends" -> !third.isWord("with");
      case "is" -> !third.isWord("null") && !third.isWord("not");
      default -> true;
    };
  }
}
