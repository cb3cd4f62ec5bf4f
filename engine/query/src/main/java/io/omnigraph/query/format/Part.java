package io.omnigraph.query.format;

import java.util.List;

/** A part of a query, as far as its layout is concerned. */
sealed interface Part {

  /** Tokens that stay on one line, with blanks where they belong. */
  record Words(List<Piece> pieces) implements Part {

    public Words {
      pieces = List.copyOf(pieces);
    }
  }

  /** Tokens that stay together without a blank between or before them, such as hops. */
  record Joined(List<Piece> pieces) implements Part {

    public Joined {
      pieces = List.copyOf(pieces);
    }
  }

  /** Items in brackets, separated by commas: on one line, or each on one of its own. */
  record Items(Piece open, List<List<Part>> items, Piece close) implements Part {

    public Items {
      items = List.copyOf(items);
    }

    /** What stands inside the brackets when all is on one line. */
    String padding() {
      return open.isSymbol("{") ? " " : "";
    }
  }

  /** Clauses in braces: each on a line of its own, but for a single simple one. */
  record Block(Piece open, List<List<Part>> clauses, Piece close) implements Part {

    public Block {
      clauses = List.copyOf(clauses);
    }
  }
}
