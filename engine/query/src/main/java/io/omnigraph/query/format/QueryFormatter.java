package io.omnigraph.query.format;

import io.omnigraph.ground.source.SourceText;
import io.omnigraph.query.ast.QueryFile;
import io.omnigraph.query.parse.QueryParser;
import io.omnigraph.query.parse.QueryTokens;
import io.omnigraph.query.problem.Checked;
import io.omnigraph.schema.language.Problems;
import java.util.ArrayList;
import java.util.List;

/** Prints query files in one layout. */
public final class QueryFormatter {

  private final PieceReader reader;
  private final ClauseReader clauses;
  private final Printer printer = new Printer();

  private QueryFormatter(List<Piece> pieces) {
    this.reader = new PieceReader(pieces);
    this.clauses = new ClauseReader(reader);
  }

  /** The text in its layout, or what keeps it from being a query file. */
  public static Checked<String> format(SourceText source) {
    return switch (QueryParser.parse(source)) {
      case Checked.Valid<QueryFile> _ -> {
        List<Piece> pieces = Pieces.of(source, QueryTokens.of(source, new Problems(source)));
        yield new Checked.Valid<>(new QueryFormatter(pieces).file());
      }
      case Checked.Invalid<QueryFile>(var problems) -> new Checked.Invalid<>(problems);
    };
  }

  private String file() {
    while (!reader.atEnd()) {
      printer.separate();
      query();
    }
    return printer.finish(reader.next());
  }

  private void query() {
    List<Part> head = List.of(words(reader.atWord("explain") ? 3 : 2), clauses.parameters());
    List<Part> annotations = new ArrayList<>();
    while (reader.atSymbol("@")) {
      List<Piece> annotation = new ArrayList<>(reader.next(2));
      annotation.addAll(reader.bracketed());
      annotations.add(new Part.Words(annotation));
    }
    List<Part> open = List.of(words(1));
    header(head, annotations, open);
    while (!reader.atSymbol("}")) {
      printer.line(1, section());
    }
    printer.line(0, List.of(words(1)));
  }

  /** On one line as far as it fits; else each annotation has a line of its own. */
  private void header(List<Part> head, List<Part> annotations, List<Part> open) {
    List<Part> all = new ArrayList<>(head);
    all.addAll(annotations);
    all.addAll(open);
    if (annotations.isEmpty() || (Line.arePlain(annotations) && Line.fits(all, 0))) {
      printer.line(0, all);
      return;
    }
    printer.line(0, head);
    annotations.forEach(annotation -> printer.line(1, List.of(annotation)));
    printer.line(0, open);
  }

  /** A part of a body that begins with a keyword. */
  private List<Part> section() {
    Piece keyword = reader.peek(0);
    return switch (keyword.text()) {
      case "match" -> List.of(words(1), clauses.block());
      case "return" ->
          List.of(words(reader.peek(1).isWord("distinct") ? 2 : 1), clauses.projections());
      case "order" -> List.of(words(1), clauses.orderings());
      case "limit" -> List.of(words(reader.peek(2).isWord("offset") ? 4 : 2));
      case "offset" -> List.of(words(2));
      case "insert" -> List.of(words(2), clauses.assignments());
      case "update" -> List.of(words(3), clauses.assignments(), predicate());
      case "delete" -> List.of(words(2), predicate());
      default -> throw new IllegalStateException("no body has a `" + keyword.text() + "`");
    };
  }

  private Part predicate() {
    List<Piece> pieces = new ArrayList<>(reader.next(1));
    pieces.addAll(reader.expression());
    return new Part.Words(pieces);
  }

  private Part words(int count) {
    return new Part.Words(reader.next(count));
  }
}
