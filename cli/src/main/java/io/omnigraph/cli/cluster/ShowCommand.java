package io.omnigraph.cli.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnigraph.api.command.AnswerCommand;
import io.omnigraph.core.saved.SavedPlan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows a plan that was kept; touches no cluster. */
@Command(name = "show", description = "Show a plan that `cluster plan --out` has kept.")
final class ShowCommand extends AnswerCommand<SavedPlan> {

  @Parameters(paramLabel = "PLAN", description = "The file.")
  private Path plan;

  ShowCommand() {}

  @Override
  protected SavedPlan answer() {
    return PlanFiles.read(plan);
  }

  @Override
  protected JsonNode json(SavedPlan saved) {
    return saved.json();
  }

  @Override
  protected List<String> lines(SavedPlan saved) {
    List<String> lines = new ArrayList<>();
    lines.add("plan " + saved.id().hex());
    lines.addAll(saved.lines());
    return lines;
  }
}
