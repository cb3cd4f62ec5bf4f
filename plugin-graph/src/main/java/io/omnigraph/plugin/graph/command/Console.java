package io.omnigraph.plugin.graph.command;

import io.omnigraph.ground.json.Json;
import java.io.PrintWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** Where a command prints its result. */
final class Console {

  private Console() {}

  /** Prints lines for people. */
  static void lines(CommandSpec spec, List<String> lines) {
    PrintWriter out = spec.commandLine().getOut();
    lines.forEach(line -> out.print(line + "\n"));
    out.flush();
  }

  /** Prints one JSON document. */
  static void json(CommandSpec spec, Object document) {
    lines(spec, List.of(Json.pretty(Json.tree(document))));
  }

  /** A text as part of a URL's path or query. */
  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
