package io.omnigraph.plugin.schema.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnigraph.ground.json.Json;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** Prints results to a command's standard output. */
final class Printed {

  private Printed() {}

  static void json(CommandSpec spec, JsonNode json) {
    text(spec, Json.pretty(json));
  }

  static void lines(CommandSpec spec, List<String> lines) {
    text(spec, String.join("\n", lines));
  }

  /** Prints a text with one line end after it, whether it has one already or not. */
  static void text(CommandSpec spec, String text) {
    PrintWriter out = spec.commandLine().getOut();
    out.print(text.endsWith("\n") ? text : text + "\n");
    out.flush();
  }
}
