package io.omnigraph.query.format;

import io.omnigraph.schema.language.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Takes the pieces of a text that is known to parse, one after the other. */
final class PieceReader {

  private final List<Piece> pieces;
  private int at;

  /** The comments before commas that were dropped; the next piece gets them. */
  private final List<Comment> pending = new ArrayList<>();

  PieceReader(List<Piece> pieces) {
    this.pieces = List.copyOf(pieces);
  }

  /** The piece that is some pieces ahead. */
  Piece peek(int ahead) {
    return pieces.get(Math.min(at + ahead, pieces.size() - 1));
  }

  boolean atEnd() {
    return at(Kind.END);
  }

  boolean at(Kind kind) {
    return peek(0).token().kind() == kind;
  }

  boolean atSymbol(String symbol) {
    return peek(0).isSymbol(symbol);
  }

  boolean atWord(String word) {
    return peek(0).isWord(word);
  }

  Piece next() {
    Piece piece = peek(0).after(pending);
    pending.clear();
    at++;
    return piece;
  }

  /** The next pieces. */
  List<Piece> next(int count) {
    List<Piece> taken = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      taken.add(next());
    }
    return taken;
  }

  /** Everything from an opening bracket to the one that closes it. */
  List<Piece> bracketed() {
    List<Piece> taken = new ArrayList<>();
    int depth = 0;
    do {
      if (atSymbol("(") || atSymbol("[") || atSymbol("{")) {
        depth++;
      } else if (atSymbol(")") || atSymbol("]") || atSymbol("}")) {
        depth--;
      }
      taken.add(next());
    } while (depth > 0);
    return taken;
  }

  /** The pieces of an expression. */
  List<Piece> expression() {
    List<Piece> taken = new ArrayList<>();
    if (atSymbol("[")) {
      return bracketed();
    }
    if (atSymbol("-")) {
      taken.add(next());
    }
    taken.add(next());
    if (atSymbol(".")) {
      taken.addAll(next(2));
    } else if (atSymbol("(")) {
      taken.addAll(bracketed());
    }
    return taken;
  }

  /** Items in brackets, whose commas are dropped: the layout sets its own. */
  Part.Items items(Consumer<List<Part>> item) {
    Piece open = next();
    String closing = open.isSymbol("(") ? ")" : "}";
    List<List<Part>> items = new ArrayList<>();
    while (!atSymbol(closing)) {
      List<Part> parts = new ArrayList<>();
      item.accept(parts);
      items.add(parts);
      if (atSymbol(",")) {
        pending.addAll(next().comments());
      }
    }
    return new Part.Items(open, items, next());
  }
}
