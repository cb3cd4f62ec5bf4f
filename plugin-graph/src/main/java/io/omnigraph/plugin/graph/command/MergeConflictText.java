package io.omnigraph.plugin.graph.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnigraph.ground.Quantity;
import java.util.ArrayList;
import java.util.List;

/** The conflicts of a merge for people, from the list that an HTTP error carries. */
final class MergeConflictText {

  /** Where a refused merge lists its conflicts. */
  static final String FIELD = "merge_conflicts";

  private static final int MOST = 20;

  private MergeConflictText() {}

  /** A line for each conflict and each value at odds; after the first conflicts, their number. */
  static List<String> lines(JsonNode conflicts) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < Math.min(MOST, conflicts.size()); i++) {
      JsonNode conflict = conflicts.get(i);
      String row =
          conflict.path("row_id").isTextual() ? " " + conflict.path("row_id").textValue() : "";
      lines.add(
          "%s%s: %s (%s)"
              .formatted(
                  conflict.path("table_key").asText(),
                  row,
                  conflict.path("message").asText(),
                  conflict.path("kind").asText()));
      conflict.path("properties").forEach(property -> lines.add(values(property)));
    }
    if (conflicts.size() > MOST) {
      lines.add(
          "and %s; --json shows all"
              .formatted(Quantity.of(conflicts.size() - MOST, "more conflict")));
    }
    return lines;
  }

  private static String values(JsonNode property) {
    return "    %s: base %s, target %s, source %s"
        .formatted(
            property.path("property").asText(),
            property.path("base"),
            property.path("ours"),
            property.path("theirs"));
  }
}
