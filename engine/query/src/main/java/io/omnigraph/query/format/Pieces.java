package io.omnigraph.query.format;

import io.omnigraph.ground.source.SourceText;
import io.omnigraph.schema.language.Token;
import java.util.ArrayList;
import java.util.List;

/** Finds the comments between tokens. */
final class Pieces {

  private final String text;
  private final List<Comment> comments = new ArrayList<>();

  /** Where what was seen last ends. */
  private int at;

  private Pieces(String text) {
    this.text = text;
  }

  /** The tokens of a text with the comments before each. */
  static List<Piece> of(SourceText source, List<Token> tokens) {
    Pieces pieces = new Pieces(source.text());
    return tokens.stream().map(pieces::piece).toList();
  }

  private Piece piece(Token token) {
    comments.clear();
    int start = token.span().start();
    for (int begin = text.indexOf('/', at); begin >= 0 && begin < start; ) {
      int end = commentEnd(begin);
      comments.add(
          new Comment(
              text.substring(begin, end).stripTrailing(), lines(begin) > 0, lines(begin) > 1));
      at = end;
      begin = text.indexOf('/', at);
    }
    boolean isAfterBlankLine = lines(start) > 1;
    at = token.span().end();
    return new Piece(token, text.substring(start, at), comments, isAfterBlankLine);
  }

  private int commentEnd(int begin) {
    if (text.charAt(begin + 1) == '*') {
      return text.indexOf("*/", begin + 2) + 2;
    }
    int lineEnd = text.indexOf('\n', begin);
    return lineEnd < 0 ? text.length() : lineEnd;
  }

  /** The number of line ends up to an offset; the text begins as if there were one before it. */
  private long lines(int end) {
    long ends = text.substring(at, end).chars().filter(c -> c == '\n').count();
    return at == 0 ? ends + 1 : ends;
  }
}
