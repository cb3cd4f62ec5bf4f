package io.omnigraph.plugin.graph.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnigraph.api.command.CommandContext;
import io.omnigraph.ground.json.Json;
import io.omnigraph.plugin.graph.serving.IngestReport;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/** Loads records into a graph. */
@Command(name = "load", description = "Load nodes and edges from JSON records.")
final class LoadCommand extends LoadingCommand {

  LoadCommand(CommandContext context) {
    super(context);
  }

  @Override
  @Nullable String base(@Nullable String from) {
    return from;
  }

  @Override
  protected JsonNode json(IngestReport report) {
    return Json.tree(LoadReport.of(report));
  }

  @Override
  protected List<String> lines(IngestReport report) {
    return LoadReport.of(report).lines();
  }
}
