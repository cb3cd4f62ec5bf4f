package io.omnigraph.query.parse;

import io.omnigraph.ground.source.SourceText;
import io.omnigraph.query.ast.Relation;
import io.omnigraph.schema.language.Lexer;
import io.omnigraph.schema.language.LexicalRules;
import io.omnigraph.schema.language.Problems;
import io.omnigraph.schema.language.Token;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;

/** The tokens of the query language (docs/reference/query-language.md §1). */
public final class QueryTokens {

  private static final LexicalRules RULES =
      LexicalRules.withSymbols(
              "{", "}", "(", ")", "[", "]", ",", ":", ".", "?", "@", "=", "!=", "<=", ">=", "<",
              ">", "-", "*", "|", "==", "&&", "||", "!")
          .andVariables();

  private QueryTokens() {}

  /** The tokens of a text, the last of which is its end. */
  public static List<Token> of(SourceText source, Problems problems) {
    return Lexer.tokens(source, RULES, problems);
  }

  /** The words that are no bare operands, no columns and no edges. */
  static final Set<String> RESERVED = Set.of("and", "or", "not", "is", "null", "in");

  private static final Set<String> MEASURES = Set.of("count", "sum", "avg", "min", "max");

  private static final Set<String> BLOCKS =
      Set.of("not", "exists", "optional", "count", "sum", "avg", "min", "max");

  /** Whether a token is a word that stands for itself wherever an operand could. */
  static boolean isReserved(Token token) {
    return token.kind() == Token.Kind.NAME && RESERVED.contains(token.text());
  }

  /**
   * Whether a clause is a traversal. A variable before a word may begin a filter too; it does when
   * what follows cannot be the other end of a traversal along an edge of that name.
   *
   * @param ahead the tokens of the clause and those after it, by their distance
   */
  public static boolean beginTraversal(IntFunction<Token> ahead) {
    Token edge = ahead.apply(1);
    if (ahead.apply(0).kind() != Token.Kind.VARIABLE) {
      return false;
    }
    Token after = ahead.apply(2);
    return switch (edge.kind()) {
      case STRING -> after.kind() == Token.Kind.VARIABLE || after.isSymbol("{");
      case NAME -> !isReserved(edge) && isEdge(edge.text(), after, ahead.apply(3));
      case VARIABLE -> after.isSymbol(":") && beginsEdges(ahead.apply(3));
      case SYMBOL -> isChoice(edge, after, ahead.apply(3));
      case TYPE_NAME, INTEGER, FLOAT, UNREADABLE, END -> false;
    };
  }

  /** Whether a clause begins with an aggregate, its argument and a block. */
  public static boolean beginMeasure(IntFunction<Token> ahead) {
    if (ahead.apply(0).kind() != Token.Kind.NAME
        || !MEASURES.contains(ahead.apply(0).text())
        || !ahead.apply(1).isSymbol("(")) {
      return false;
    }
    int depth = 0;
    for (int at = 1; ahead.apply(at).kind() != Token.Kind.END; at++) {
      if (ahead.apply(at).isSymbol("(")) {
        depth++;
      } else if (ahead.apply(at).isSymbol(")") && --depth == 0) {
        return ahead.apply(at + 1).isSymbol("{");
      }
    }
    return false;
  }

  private static boolean beginsEdges(Token token) {
    return token.kind() == Token.Kind.NAME
        || token.kind() == Token.Kind.STRING
        || token.isSymbol("(")
        || token.isSymbol("*")
        || token.isSymbol("<");
  }

  /** Whether edges without a direction, alternatives or all edges are what a symbol begins. */
  private static boolean isChoice(Token symbol, Token after, Token second) {
    boolean isName = after.kind() == Token.Kind.NAME || after.kind() == Token.Kind.STRING;
    return switch (symbol.text()) {
      case "*" -> true;
      case "<" -> (isName || after.isSymbol("*")) && (second.isSymbol("|") || second.isSymbol(">"));
      case "(" -> isName && second.isSymbol("|");
      default -> false;
    };
  }

  private static boolean isEdge(String word, Token after, Token second) {
    if (after.isSymbol("{")) {
      return !BLOCKS.contains(word) || second.kind() == Token.Kind.INTEGER;
    }
    return switch (word) {
      case "contains", Relation.STARTS_WITH_WORD ->
          after.kind() == Token.Kind.VARIABLE && !second.isSymbol(".");
      case "starts", "ends" -> !after.isWord("with");
      default -> !after.isSymbol("(");
    };
  }
}
