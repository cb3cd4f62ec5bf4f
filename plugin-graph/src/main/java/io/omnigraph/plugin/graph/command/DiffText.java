package io.omnigraph.plugin.graph.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnigraph.ground.json.Json;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A difference for people: a line for each entity, {@code +} for a new one, {@code ~} for one with
 * other values, {@code -} for one that is gone, and a line below for each value that changed.
 */
final class DiffText implements Consumer<JsonNode> {

  private static final int LONGEST = 120;

  private final PrintWriter out;

  DiffText(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void accept(JsonNode line) {
    if (line.has("stats")) {
      JsonNode stats = line.get("stats");
      print(
          "%d inserted, %d updated, %d deleted"
              .formatted(
                  stats.path("inserts").asLong(),
                  stats.path("updates").asLong(),
                  stats.path("deletes").asLong()));
    } else if (line.has("op")) {
      change(line);
    } else {
      print("from " + state(line, "from") + " to " + state(line, "to"));
    }
  }

  private static String state(JsonNode header, String side) {
    return "%s (version %d)"
        .formatted(header.path(side + "_commit").asText(), header.path(side + "_version").asLong());
  }

  private void change(JsonNode line) {
    JsonNode ends = line.path("endpoints");
    String between =
        ends.isMissingNode()
            ? ""
            : " " + ends.path("src").asText() + " -> " + ends.path("dst").asText();
    String entity = line.path("table_key").asText() + " " + line.path("id").asText() + between;
    switch (line.path("op").asText()) {
      case "insert" -> print(("+ " + entity + " " + values(line.path("after"))).stripTrailing());
      case "delete" -> print("- " + entity);
      default -> {
        print("~ " + entity);
        line.path("before")
            .properties()
            .forEach(field ->
                print(
                    "    %s: %s -> %s"
                        .formatted(
                            field.getKey(),
                            shown(field.getValue()),
                            shown(line.path("after").path(field.getKey())))));
      }
    }
  }

  private static String values(JsonNode object) {
    List<String> values = new ArrayList<>();
    object
        .properties()
        .forEach(field -> values.add(field.getKey() + "=" + shown(field.getValue())));
    return String.join(" ", values);
  }

  private static String shown(JsonNode value) {
    String text = Json.compact(value);
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }

  private void print(String line) {
    out.print(line + "\n");
  }
}
