package io.omnigraph.query.format;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes parts and their comments line by line. */
final class Printer {

  private static final String INDENT = "  ";

  private final StringBuilder out = new StringBuilder();

  /** What was written last; absent at the beginning. */
  private @Nullable Piece previous;

  /** How far the line that is being written is indented. */
  private int depth;

  /** Whether the line that is being written ends with a comment that nothing can follow. */
  private boolean isLineClosed;

  /** Whether a line was started for the next piece, and its comments are written. */
  private boolean isLineStarted;

  /** Whether the next line of its own, a comment's or a piece's, follows an empty one. */
  private boolean isSeparated;

  /** Writes parts on a new line. */
  void line(int atDepth, List<Part> parts) {
    startLine(atDepth, first(parts.getFirst()));
    depth = atDepth;
    more(parts);
  }

  /** Writes parts after what stands on the line. */
  void more(List<Part> parts) {
    for (int i = 0; i < parts.size(); i++) {
      boolean isOnLine =
          Line.isPlain(parts.get(i)) && Line.fits(parts.subList(i, parts.size()), column());
      write(parts.get(i), isOnLine);
    }
  }

  /** What was written, with the comments that a last piece has. */
  String finish(Piece end) {
    for (Comment comment : end.comments()) {
      comment(comment, 0);
    }
    return out.isEmpty() ? "" : out.append('\n').toString();
  }

  /** Sets what follows apart from what was written by an empty line. */
  void separate() {
    isSeparated = !out.isEmpty();
  }

  private void write(Part part, boolean isOnLine) {
    switch (part) {
      case Part.Words(var pieces) -> pieces.forEach(this::spaced);
      case Part.Joined(var pieces) -> pieces.forEach(piece -> inLine(piece, ""));
      case Part.Items items when isOnLine -> oneLine(items);
      case Part.Items items -> lines(items);
      case Part.Block(var open, var clauses, var close) when isOnLine -> {
        spaced(open);
        clauses.forEach(this::more);
        spaced(close);
      }
      case Part.Block(var open, var clauses, var close) -> {
        spaced(open);
        int outside = depth;
        clauses.forEach(clause -> line(outside + 1, clause));
        close(outside, close);
      }
    }
  }

  private void oneLine(Part.Items items) {
    spaced(items.open());
    for (int i = 0; i < items.items().size(); i++) {
      if (i > 0) {
        out.append(',');
      }
      more(items.items().get(i));
    }
    inLine(items.close(), items.items().isEmpty() ? "" : items.padding());
  }

  private void lines(Part.Items items) {
    spaced(items.open());
    int outside = depth;
    for (int i = 0; i < items.items().size(); i++) {
      line(outside + 1, items.items().get(i));
      if (i < items.items().size() - 1) {
        out.append(',');
      }
    }
    close(outside, items.close());
  }

  private void close(int atDepth, Piece piece) {
    startLine(atDepth, piece);
    depth = atDepth;
    inLine(piece, "");
  }

  private void spaced(Piece piece) {
    Piece before = previous;
    inLine(piece, before == null || piece.touches(before) ? "" : " ");
  }

  /** Writes a piece on the line, or on a new one where a comment before it leaves no other way. */
  private void inLine(Piece piece, String blank) {
    if (!isLineStarted) {
      piece.comments().forEach(comment -> comment(comment, depth + 1));
      out.append(isLineClosed ? "\n" + INDENT.repeat(depth + 1) : blank);
    }
    isLineStarted = false;
    isLineClosed = false;
    out.append(piece.text());
    previous = piece;
  }

  private void startLine(int atDepth, Piece piece) {
    boolean closes = piece.isSymbol("}") || piece.isSymbol(")");
    for (Comment comment : piece.comments()) {
      comment(comment, closes ? atDepth + 1 : atDepth);
    }
    newLine(piece.isAfterBlankLine() && !closes, atDepth);
    isLineStarted = true;
    isLineClosed = false;
  }

  private void comment(Comment comment, int atDepth) {
    if (comment.isOnOwnLine() || isLineClosed) {
      newLine(comment.isAfterBlankLine(), atDepth);
    } else {
      out.append(' ');
    }
    out.append(comment.text());
    isLineClosed = comment.endsLine();
  }

  private void newLine(boolean isAfterBlankLine, int atDepth) {
    if (!out.isEmpty()) {
      out.append(isSeparated || (isAfterBlankLine && !isAtOpening()) ? "\n\n" : "\n");
    }
    isSeparated = false;
    out.append(INDENT.repeat(atDepth));
  }

  /** Whether an opening bracket is the last thing that was written. */
  private boolean isAtOpening() {
    return !out.isEmpty() && "{([".indexOf(out.charAt(out.length() - 1)) >= 0;
  }

  private int column() {
    return out.length() - out.lastIndexOf("\n") - 1;
  }

  private static Piece first(Part part) {
    return switch (part) {
      case Part.Words(var pieces) -> pieces.getFirst();
      case Part.Joined(var pieces) -> pieces.getFirst();
      case Part.Items items -> items.open();
      case Part.Block block -> block.open();
    };
  }
}
