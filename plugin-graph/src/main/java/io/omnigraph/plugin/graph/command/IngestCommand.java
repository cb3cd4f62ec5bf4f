package io.omnigraph.plugin.graph.command;

import io.omnigraph.api.command.CommandContext;
import io.omnigraph.plugin.graph.serving.IngestReport;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/** The former spelling of {@code load}, which creates a missing branch without being told to. */
@Command(
    name = "ingest",
    description = "Deprecated: load records, creating a missing branch from main.")
final class IngestCommand extends LoadingCommand {

  IngestCommand(CommandContext context) {
    super(context);
  }

  @Override
  protected IngestReport answer() {
    say("warning: `omnigraph ingest` is deprecated; use `omnigraph load` instead");
    return super.answer();
  }

  @Override
  String base(@Nullable String from) {
    return orDefaultBranch(from);
  }

  @Override
  protected List<String> lines(IngestReport report) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "ingested %s into branch %s from %s with %s (%s)"
            .formatted(
                report.uri(),
                report.branch(),
                report.baseBranch(),
                report.mode(),
                report.branchCreated() ? "branch created" : "branch exists"));
    report
        .tables()
        .forEach(table -> lines.add(table.tableKey() + " rows_loaded=" + table.rowsLoaded()));
    if (report.actorId() != null) {
      lines.add("actor_id: " + report.actorId());
    }
    return lines;
  }
}
