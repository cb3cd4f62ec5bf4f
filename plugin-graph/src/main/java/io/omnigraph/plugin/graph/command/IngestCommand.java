package io.omnigraph.plugin.graph.command;

import io.omnigraph.api.command.CommandContext;
import io.omnigraph.plugin.graph.serving.IngestReport;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The former spelling of {@code load}, which creates a missing branch without being told to. */
@Command(
    name = "ingest",
    description = "Deprecated: load records, creating a missing branch from main.")
final class IngestCommand implements Callable<Integer> {

  private final CommandContext context;

  @Spec private CommandSpec spec;

  @Mixin private LoadOptions options;

  IngestCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    PrintWriter err = spec.commandLine().getErr();
    err.print("warning: `omnigraph ingest` is deprecated; use `omnigraph load` instead\n");
    err.flush();
    String from = options.from();
    String base = from == null ? options.defaultBranch(context) : from;
    IngestReport report = options.load(context, base, err);
    if (options.isJson()) {
      Console.json(spec, report);
    } else {
      Console.lines(spec, lines(report));
    }
    return 0;
  }

  private static List<String> lines(IngestReport report) {
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
