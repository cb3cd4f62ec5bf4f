package io.omnigraph.plugin.graph.command;

import io.omnigraph.api.command.CommandContext;
import io.omnigraph.plugin.graph.serving.IngestReport;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Loads records into a graph. */
@Command(name = "load", description = "Load nodes and edges from JSON records.")
final class LoadCommand implements Callable<Integer> {

  private final CommandContext context;

  @Spec private CommandSpec spec;

  @Mixin private LoadOptions options;

  LoadCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    IngestReport done = options.load(context, options.from(), spec.commandLine().getErr());
    LoadReport report = LoadReport.of(done);
    if (options.isJson()) {
      Console.json(spec, report);
    } else {
      Console.lines(spec, report.lines());
    }
    return 0;
  }
}
