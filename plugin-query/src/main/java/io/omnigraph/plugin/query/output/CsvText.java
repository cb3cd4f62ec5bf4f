package io.omnigraph.plugin.query.output;

import io.omnigraph.execute.result.ReadOutput;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Results as comma-separated values with a header; line breaks in cells are kept. */
final class CsvText {

  private CsvText() {}

  static String of(ReadOutput output) {
    List<String> lines = new ArrayList<>();
    lines.add(line(output.columns()));
    for (Map<String, @Nullable Object> row : output.rows()) {
      lines.add(
          line(output.columns().stream().map(column -> CellText.of(row.get(column))).toList()));
    }
    return String.join("\n", lines) + "\n";
  }

  private static String line(List<String> fields) {
    return fields.stream().map(CsvText::field).collect(Collectors.joining(","));
  }

  private static String field(String text) {
    boolean needsQuotes = text.chars().anyMatch(c -> ",\"\n\r".indexOf(c) >= 0);
    return needsQuotes ? "\"" + text.replace("\"", "\"\"") + "\"" : text;
  }
}
