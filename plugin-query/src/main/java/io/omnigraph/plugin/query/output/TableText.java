package io.omnigraph.plugin.query.output;

import io.omnigraph.execute.result.ReadOutput;
import io.omnigraph.plugin.query.output.TableStyle.CellLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A result as a table. Widths are counted in code points. */
final class TableText {

  private static final int SMALLEST_CAP = 8;
  private static final String ELLIPSIS = "…";

  private final ReadOutput output;
  private final TableStyle style;
  private final List<List<String>> cells;
  private final int[] widths;

  TableText(ReadOutput output, TableStyle style) {
    this.output = output;
    this.style = style;
    this.cells =
        output.rows().stream()
            .map(row ->
                output.columns().stream()
                    .map(column -> CellText.of(row.get(column)).replace("\n", "\\n"))
                    .toList())
            .toList();
    this.widths = IntStream.range(0, output.columns().size()).map(this::width).toArray();
  }

  String text() {
    String title = CellText.title(output) + "\n";
    if (output.columns().isEmpty()) {
      return title + "(no rows)\n";
    }
    List<String> lines = new ArrayList<>();
    lines.add(line(output.columns()));
    lines.add(IntStream.of(widths).mapToObj("-"::repeat).collect(Collectors.joining("-+-")));
    cells.forEach(row -> lines.addAll(lines(row)));
    return title + String.join("\n", lines) + "\n";
  }

  private int width(int column) {
    int cap = Math.max(style.maxColumnWidth(), SMALLEST_CAP);
    int widest =
        cells.stream()
            .mapToInt(row -> Math.min(length(row.get(column)), style.maxColumnWidth()))
            .max()
            .orElse(0);
    return Math.min(Math.max(length(output.columns().get(column)), widest), cap);
  }

  private List<String> lines(List<String> row) {
    List<List<String>> pieces = new ArrayList<>();
    for (int column = 0; column < widths.length; column++) {
      pieces.add(pieces(row.get(column), widths[column]));
    }
    int height = pieces.stream().mapToInt(List::size).max().orElse(1);
    return IntStream.range(0, height)
        .mapToObj(i -> line(pieces.stream().map(p -> i < p.size() ? p.get(i) : "").toList()))
        .toList();
  }

  private List<String> pieces(String cell, int width) {
    if (length(cell) <= width) {
      return List.of(cell);
    }
    return style.layout() == CellLayout.WRAP ? chunks(cell, width) : List.of(cut(cell, width));
  }

  private static String cut(String cell, int width) {
    return width <= 1 ? start(cell, width) : start(cell, width - 1) + ELLIPSIS;
  }

  private static List<String> chunks(String cell, int width) {
    List<String> chunks = new ArrayList<>();
    String rest = cell;
    while (!rest.isEmpty()) {
      String chunk = length(rest) <= width ? rest : start(rest, Math.max(width, 1));
      chunks.add(chunk);
      rest = rest.substring(chunk.length());
    }
    return chunks;
  }

  private String line(List<String> fields) {
    return IntStream.range(0, fields.size())
        .mapToObj(i -> padded(fields.get(i), widths[i]))
        .collect(Collectors.joining(" | "));
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(Math.max(0, width - length(text)));
  }

  private static String start(String text, int codePoints) {
    return text.substring(0, text.offsetByCodePoints(0, codePoints));
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}
