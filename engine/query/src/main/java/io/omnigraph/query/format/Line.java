package io.omnigraph.query.format;

import java.util.List;

/** How wide parts are on one line, and whether they can be there. */
final class Line {

  /** Lines are not made wider than this. */
  static final int WIDTH = 100;

  private Line() {}

  /** Whether parts can follow on a line that is already so wide. */
  static boolean fits(List<Part> parts, int column) {
    return column + width(parts) <= WIDTH;
  }

  /**
   * Whether something can stand on one line in itself: there is no comment inside, nor a block that
   * needs lines of its own.
   */
  static boolean isPlain(Part part) {
    return switch (part) {
      case Part.Words(var pieces) -> areBare(pieces);
      case Part.Joined(var pieces) -> areBare(pieces);
      case Part.Items(var open, var items, var close) ->
          areBare(List.of(open, close)) && items.stream().allMatch(Line::arePlain);
      case Part.Block(var open, var clauses, var close) ->
          areBare(List.of(open, close)) && clauses.size() == 1 && arePlain(clauses.getFirst());
    };
  }

  static boolean arePlain(List<Part> parts) {
    return parts.stream().allMatch(Line::isPlain);
  }

  private static boolean areBare(List<Piece> pieces) {
    return pieces.stream()
        .allMatch(piece -> piece.comments().isEmpty() && !piece.text().contains("\n"));
  }

  private static int width(List<Part> parts) {
    return parts.stream().mapToInt(Line::width).sum();
  }

  /** The greatest width that a part can have, a blank before it included. */
  private static int width(Part part) {
    return switch (part) {
      case Part.Words(var pieces) -> width(pieces, true);
      case Part.Joined(var pieces) -> width(pieces, false);
      case Part.Items items ->
          3
              + 2 * items.padding().length()
              + items.items().stream().mapToInt(item -> width(item) + 1).sum();
      case Part.Block block -> 5 + block.clauses().stream().mapToInt(Line::width).sum();
    };
  }

  private static int width(List<Piece> pieces, boolean isSpaced) {
    int width = 0;
    for (int i = 0; i < pieces.size(); i++) {
      boolean touches = !isSpaced || (i > 0 && pieces.get(i).touches(pieces.get(i - 1)));
      width += pieces.get(i).text().length() + (touches ? 0 : 1);
    }
    return width;
  }
}
