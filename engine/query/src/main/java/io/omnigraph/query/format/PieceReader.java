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
    boolean continues = true;
    while (continues) {
      while (atWord("not") && !peek(1).isSymbol(":")) {
        taken.add(next());
      }
      taken.addAll(operand());
      int words = operatorWords();
      taken.addAll(next(words));
      continues = words > 0 && !taken.getLast().isWord("null");
      if (!continues && (atOperator("and") || atOperator("or"))) {
        taken.add(next());
        continues = true;
      }
    }
    return taken;
  }

  private boolean atOperator(String word) {
    return atWord(word) && !peek(1).isSymbol(":");
  }

  /** The number of words of the operator that comes next; 0 when none does. */
  private int operatorWords() {
    if (peek(1).isSymbol(":") && at(Kind.NAME)) {
      return 0;
    }
    return switch (peek(0).text()) {
      case "=", "!=", "<", "<=", ">", ">=" -> peek(0).token().kind() == Kind.SYMBOL ? 1 : 0;
      case "contains", "in", "starts_with", "and", "or" -> at(Kind.NAME) ? 1 : 0;
      case "starts", "ends" -> at(Kind.NAME) && peek(1).isWord("with") ? 2 : 0;
      case "is" -> !at(Kind.NAME) ? 0 : peek(1).isWord("not") ? 3 : 2;
      default -> 0;
    };
  }

  /** The pieces of an operand. */
  List<Piece> operand() {
    List<Piece> taken = new ArrayList<>();
    if (atSymbol("[") || atSymbol("(")) {
      return bracketed();
    }
    if (atSymbol("-") || atSymbol("@")) {
      taken.add(next());
    }
    taken.add(next());
    if (atSymbol(".")) {
      taken.addAll(next(peek(1).isSymbol("@") ? 3 : 2));
    } else if (atSymbol("(") && taken.getLast().token().kind() == Kind.NAME) {
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
