package io.omnigraph.cli;

import io.omnigraph.api.access.RuleFiles;
import io.omnigraph.api.command.CommandFailure;
import io.omnigraph.cli.settings.Settings;
import io.omnigraph.ground.access.WriteGate;
import io.omnigraph.ground.source.SourceText;
import io.omnigraph.ground.source.TextFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.ServiceLoader;

/** The rules that {@code omnigraph.yaml} names for graphs that this process opens itself. */
final class LocalRules {

  private static final String ANONYMOUS = "local";

  private final Settings settings;

  LocalRules(Settings settings) {
    this.settings = settings;
  }

  /**
   * The gate of a graph; open when no file of rules is named for it. A graph that only its URI
   * tells has the rules at the top of the file, never those of a named one.
   */
  WriteGate gate(Optional<String> config, Optional<String> graph) {
    Optional<String> file =
        graph
            .map(name -> settings.text(config, "graphs", name, "policy", "file"))
            .orElseGet(() -> settings.text(config, "policy", "file"));
    return file.map(path -> gate(settings.resolve(config, path), graph.orElse(ANONYMOUS)))
        .orElse(WriteGate.OPEN);
  }

  private static WriteGate gate(String path, String graph) {
    RuleFiles reader =
        ServiceLoader.load(RuleFiles.class)
            .findFirst()
            .orElseThrow(() ->
                CommandFailure.failed("no plugin reads the policy " + path + "; install one"));
    try {
      return reader.gate(new SourceText(path, TextFile.read(Path.of(path))), graph);
    } catch (IOException e) {
      throw CommandFailure.failed("cannot read the policy " + path + " of the graph", e);
    } catch (RuleFiles.InvalidRulesException e) {
      throw CommandFailure.failed("cannot use the policy " + path + ": " + e.getMessage(), e);
    }
  }
}
