package io.omnigraph.query.format;

import io.omnigraph.query.parse.QueryTokens;
import io.omnigraph.schema.language.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds the parts of clauses and of what stands in brackets. */
final class ClauseReader {

  private static final Set<String> MEASURES = Set.of("count", "sum", "avg", "min", "max");

  private final PieceReader reader;

  ClauseReader(PieceReader reader) {
    this.reader = reader;
  }

  /** Clauses in braces. */
  Part.Block block() {
    Piece open = reader.next();
    List<List<Part>> clauses = new ArrayList<>();
    while (!reader.atSymbol("}")) {
      clauses.add(clause());
    }
    return new Part.Block(open, clauses, reader.next());
  }

  private List<Part> clause() {
    if ((reader.at(Kind.NAME) && reader.peek(1).isSymbol("{"))
        || QueryTokens.beginMeasure(ahead -> reader.peek(ahead).token())) {
      return blockClause();
    }
    if (reader.at(Kind.VARIABLE) && reader.peek(1).isSymbol(":")) {
      return binding();
    }
    return QueryTokens.beginTraversal(ahead -> reader.peek(ahead).token())
        ? traversal()
        : List.of(new Part.Words(reader.expression()));
  }

  private List<Part> blockClause() {
    boolean isMeasure = MEASURES.contains(reader.peek(0).text());
    List<Part> parts = new ArrayList<>();
    List<Piece> head = new ArrayList<>(reader.next(1));
    if (reader.atSymbol("(")) {
      head.addAll(reader.bracketed());
    }
    parts.add(new Part.Words(head));
    parts.add(block());
    if (isMeasure) {
      List<Piece> comparison = new ArrayList<>(reader.next(1));
      comparison.addAll(reader.operand());
      parts.add(new Part.Words(comparison));
    }
    return parts;
  }

  private List<Part> binding() {
    List<Part> parts = new ArrayList<>();
    parts.add(new Part.Words(reader.next(3)));
    if (reader.atSymbol("{")) {
      parts.add(assignments());
    }
    return parts;
  }

  private List<Part> traversal() {
    List<Part> parts = new ArrayList<>();
    parts.add(new Part.Words(reader.next(1)));
    if (reader.at(Kind.VARIABLE)) {
      parts.add(new Part.Words(reader.next(2)));
      parts.add(new Part.Joined(edges(reader.next(1))));
    } else {
      List<Piece> first = reader.next(1);
      parts.add(new Part.Words(first));
      List<Piece> all = edges(first);
      if (all.size() > 1) {
        parts.add(new Part.Joined(all.subList(1, all.size())));
      }
    }
    if (reader.atSymbol("{")) {
      parts.add(new Part.Joined(reader.bracketed()));
    }
    parts.add(new Part.Words(reader.next(1)));
    return parts;
  }

  /** The pieces of a choice of edges, up to the bracket that closes it. */
  private List<Piece> edges(List<Piece> first) {
    List<Piece> taken = new ArrayList<>(first);
    Piece open = first.getFirst();
    if (open.isSymbol("(") || open.isSymbol("<")) {
      String closing = open.isSymbol("(") ? ")" : ">";
      while (!taken.getLast().isSymbol(closing)) {
        taken.addAll(reader.next(1));
      }
    }
    return taken;
  }

  /** Properties with values, in braces. */
  Part.Items assignments() {
    return reader.items(parts -> {
      List<Piece> pieces = new ArrayList<>(reader.next(2));
      pieces.addAll(reader.expression());
      parts.add(new Part.Words(pieces));
    });
  }

  /** The columns of a result. */
  Part.Items projections() {
    return reader.items(parts -> {
      if (reader.at(Kind.VARIABLE) && reader.peek(1).isSymbol("{")) {
        parts.add(new Part.Words(reader.next(1)));
        parts.add(
            reader.items(
                members -> members.add(new Part.Words(reader.next(reader.atSymbol("@") ? 2 : 1)))));
      } else {
        parts.add(new Part.Words(reader.expression()));
      }
      if (reader.atWord("as")) {
        parts.add(new Part.Words(reader.next(2)));
      }
    });
  }

  /** The keys of an order. */
  Part.Items orderings() {
    return reader.items(parts -> {
      List<Piece> pieces = new ArrayList<>(reader.expression());
      if (reader.atWord("asc") || reader.atWord("desc")) {
        pieces.addAll(reader.next(1));
      }
      parts.add(new Part.Words(pieces));
    });
  }

  /** The parameters of a query. */
  Part.Items parameters() {
    return reader.items(parts -> {
      List<Piece> pieces = new ArrayList<>(reader.next(2));
      pieces.addAll(reader.atSymbol("[") ? reader.bracketed() : reader.next(1));
      if (reader.atSymbol("(")) {
        pieces.addAll(reader.bracketed());
      }
      if (reader.atSymbol("?")) {
        pieces.addAll(reader.next(1));
      }
      parts.add(new Part.Words(pieces));
    });
  }
}
