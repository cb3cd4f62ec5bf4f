package io.omnigraph.plugin.graph.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omnigraph.api.command.CommandContext;
import io.omnigraph.api.command.CommandFailure;
import io.omnigraph.api.command.TargetOptions;
import io.omnigraph.api.command.Work;
import io.omnigraph.graph.Graph;
import io.omnigraph.graph.snapshot.ReadTarget;
import io.omnigraph.graph.snapshot.Snapshot;
import io.omnigraph.ground.json.Json;
import io.omnigraph.io.export.ExportSelection;
import io.omnigraph.io.export.Exporter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes the rows of a branch as JSON lines that {@code load} reads. */
@Command(name = "export", description = "Write nodes and edges as JSON lines.")
final class ExportCommand implements Callable<Integer> {

  private final CommandContext context;

  @Spec private CommandSpec spec;

  @Mixin private TargetOptions target;

  @Option(names = "--branch", paramLabel = "BRANCH", description = "The branch to export.")
  private @Nullable String branch;

  @Option(
      names = "--type",
      paramLabel = "TYPE",
      description = "Export the nodes or edges of this type; may be given several times.")
  private List<String> types = List.of();

  @Option(
      names = "--table",
      paramLabel = "KEY",
      description = "Export one table, such as node:Ship; may be given several times.")
  private List<String> tables = List.of();

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description =
          "Write to a file instead of the standard output, compressed when its name ends in .gz or"
              + " .zst.")
  private @Nullable Path output;

  @Option(names = "--jsonl", hidden = true, description = "Without effect.")
  private boolean jsonl;

  ExportCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    PrintWriter err = spec.commandLine().getErr();
    if (jsonl) {
      err.print("warning: `--jsonl` is deprecated; exports are always JSON lines\n");
      err.flush();
    }
    String exported = CheckedNames.branch(branch == null ? context.defaultBranch(target) : branch);
    return new Work<>(
            local ->
                LocalGraph.with(
                    context,
                    local,
                    graph -> {
                      write(graph, exported);
                      return 0;
                    }),
            (_, remote) -> {
              to(out -> remote.postLines("/export", request(exported), line -> print(out, line)));
              return 0;
            })
        .run(context, target);
  }

  private void write(Graph graph, String exported) {
    Snapshot snapshot = graph.snapshot(new ReadTarget.Branch(exported));
    switch (ExportSelection.of(snapshot.schema(), types, tables)) {
      case ExportSelection.Selected(var selected) ->
          to(out -> new Exporter(snapshot).write(selected, out));
      case ExportSelection.Unknown(var problem) -> throw CommandFailure.failed(problem);
    }
  }

  private ObjectNode request(String exported) {
    ObjectNode body = Json.object();
    body.put("branch", exported);
    add(body.putArray("type_names"), types);
    add(body.putArray("table_keys"), tables);
    return body;
  }

  private static void print(Writer out, String line) {
    try {
      out.write(line + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException("the export has not ended: " + e.getMessage(), e);
    }
  }

  private static void add(ArrayNode to, List<String> values) {
    values.forEach(to::add);
  }

  private void to(OutputFiles.Work work) {
    Path file = output;
    try {
      if (file == null) {
        PrintWriter out = spec.commandLine().getOut();
        work.write(out);
        out.flush();
      } else {
        OutputFiles.write(file, context.stop(), work);
      }
    } catch (IOException e) {
      throw CommandFailure.failed("the export has not ended: " + e.getMessage(), e);
    }
  }
}
