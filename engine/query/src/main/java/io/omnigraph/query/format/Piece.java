package io.omnigraph.query.format;

import io.omnigraph.schema.language.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A token with the comments before it.
 *
 * @param text as it was written; empty for the end of the file
 * @param isAfterBlankLine whether the line before it is empty
 */
record Piece(Token token, String text, List<Comment> comments, boolean isAfterBlankLine) {

  Piece {
    comments = List.copyOf(comments);
  }

  /** The words and symbols that a parenthesis after them begins an operand of. */
  private static final Set<String> OPERATORS =
      Set.of(
          "and",
          "or",
          "not",
          "in",
          "contains",
          "with",
          "starts_with",
          "where",
          ":",
          ",",
          "=",
          "!=",
          "<",
          "<=",
          ">",
          ">=",
          "(",
          "{",
          "distinct");

  /** The same with more comments before its own. */
  Piece after(List<Comment> earlier) {
    List<Comment> all = new ArrayList<>(earlier);
    all.addAll(comments);
    return new Piece(token, text, all, isAfterBlankLine);
  }

  boolean isSymbol(String symbol) {
    return token.isSymbol(symbol);
  }

  boolean isWord(String word) {
    return token.isWord(word);
  }

  /** Whether no blank separates it from the piece before it on a line. */
  boolean touches(Piece previous) {
    return switch (text) {
      case ")", "]", ",", ":", ".", "?" -> true;
      case "(" ->
          (previous.token().kind() == Token.Kind.NAME
                  || previous.token().kind() == Token.Kind.TYPE_NAME)
              && !OPERATORS.contains(previous.text());
      default ->
          switch (previous.text()) {
            case "(", "[", ".", "@", "-" -> previous.token().kind() == Token.Kind.SYMBOL;
            default -> false;
          };
    };
  }
}
