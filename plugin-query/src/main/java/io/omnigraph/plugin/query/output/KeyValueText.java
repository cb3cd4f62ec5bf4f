package io.omnigraph.plugin.query.output;

import io.omnigraph.execute.result.ReadOutput;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Results as one block of lines for each row. */
final class KeyValueText {

  private KeyValueText() {}

  static String of(ReadOutput output) {
    String title = CellText.title(output) + "\n";
    if (output.rows().isEmpty()) {
      return title + "(no rows)\n";
    }
    List<String> blocks = new ArrayList<>();
    for (Map<String, @Nullable Object> row : output.rows()) {
      StringBuilder block = new StringBuilder("row " + (blocks.size() + 1) + "\n");
      for (String column : output.columns()) {
        block.append(column).append(": ").append(CellText.of(row.get(column))).append('\n');
      }
      blocks.add(block.toString());
    }
    return title + String.join("\n", blocks);
  }
}
