package io.omnigraph.plugin.graph.command;

import io.omnigraph.api.command.CommandContext;
import io.omnigraph.api.command.CommandFailure;
import io.omnigraph.api.command.InputFiles;
import io.omnigraph.graph.GraphRoot;
import io.omnigraph.ground.source.SourceText;
import io.omnigraph.plugin.schema.ProcessEngine;
import io.omnigraph.schema.SchemaCompiler;
import io.omnigraph.schema.catalog.Schema;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Creates a graph. Reads no configuration, and records no actor. */
@Command(name = "init", description = "Create a graph with a schema.")
final class InitCommand implements Callable<Integer> {

  private final CommandContext context;

  @Spec private CommandSpec spec;

  @Option(
      names = "--schema",
      required = true,
      paramLabel = "FILE",
      description = "The schema of the graph (.pg).")
  private Path schemaFile;

  @Option(
      names = "--force",
      description = "Remove what an unfinished creation left there. Never removes a graph.")
  private boolean force;

  @Parameters(paramLabel = "URI", description = "Graph root (path, file://, s3://).")
  private String uri;

  InitCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    String lower = uri.toLowerCase(Locale.ROOT);
    if (lower.startsWith("http://") || lower.startsWith("https://")) {
      throw CommandFailure.failed(
          "`init` is only supported against local graph URIs, found `" + uri + "`");
    }
    Schema schema = compile(InputFiles.text(schemaFile));
    context.stop().afterwards(() -> LocalGraph.reporting(uri, () -> create(schema)));
    PrintWriter out = spec.commandLine().getOut();
    out.print("initialized " + uri + "\n");
    out.flush();
    return 0;
  }

  private Schema create(Schema schema) {
    if (force) {
      ProcessEngine.get().discardPartial(uri);
    }
    refuseOther();
    ProcessEngine.get().create(uri, schema, Optional.empty(), context.faults()).close();
    return schema;
  }

  private void refuseOther() {
    switch (ProcessEngine.get().inspect(uri)) {
      case GraphRoot.Open _ ->
          throw CommandFailure.failed(
              "graph already initialized at '%s'; --force never removes a graph, so remove its files"
                      .formatted(uri)
                  + " yourself to begin anew");
      case GraphRoot.Partial _ ->
          throw CommandFailure.failed(
              "graph already initialized at '%s', but not to the end; pass --force to overwrite"
                  .formatted(uri));
      case GraphRoot.Unreadable(String reason) -> throw CommandFailure.failed(reason);
      case GraphRoot.Absent _ -> {}
    }
  }

  private Schema compile(String text) {
    SchemaCompiler.Result result =
        SchemaCompiler.compile(new SourceText(schemaFile.toString(), text));
    return result.schema().orElseThrow(() -> CommandFailure.failed(describe(result.problems())));
  }

  private static String describe(List<SchemaCompiler.Problem> problems) {
    List<String> blocks = new ArrayList<>();
    for (SchemaCompiler.Problem problem : problems) {
      String help = problem.help() == null ? "" : "; " + problem.help();
      blocks.add(
          problem.span().place()
              + ": "
              + problem.message()
              + help
              + "\n"
              + problem.span().excerpt().indent(2).stripTrailing());
    }
    return String.join("\n", blocks);
  }
}
