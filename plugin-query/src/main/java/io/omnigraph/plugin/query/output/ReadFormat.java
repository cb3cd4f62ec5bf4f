package io.omnigraph.plugin.query.output;

import io.omnigraph.execute.result.ReadOutput;
import io.omnigraph.ground.json.Json;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The formats of results. */
public enum ReadFormat {
  TABLE,
  KV,
  CSV,
  JSONL,
  JSON;

  /** The format of a word; formats are written in lower case only. */
  public static Optional<ReadFormat> of(String word) {
    return Arrays.stream(values()).filter(format -> format.word().equals(word)).findFirst();
  }

  /** The word of the format. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** A result in this format, ending with one line end. */
  public String print(ReadOutput output, TableStyle style) {
    return switch (this) {
      case TABLE -> new TableText(output, style).text();
      case KV -> KeyValueText.of(output);
      case CSV -> CsvText.of(output);
      case JSONL -> JsonLines.of(output);
      case JSON -> Json.pretty(Json.tree(output)) + "\n";
    };
  }
}
