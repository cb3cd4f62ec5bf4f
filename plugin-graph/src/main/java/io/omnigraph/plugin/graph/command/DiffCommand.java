package io.omnigraph.plugin.graph.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnigraph.api.command.CommandContext;
import io.omnigraph.api.command.CommandFailure;
import io.omnigraph.api.command.RemotePath;
import io.omnigraph.api.command.TargetFlags;
import io.omnigraph.api.command.Work;
import io.omnigraph.ground.json.Json;
import io.omnigraph.ground.json.ParsedJson;
import io.omnigraph.plugin.graph.serving.DiffLines;
import io.omnigraph.plugin.graph.serving.DiffQuery;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Compares two states of a graph. */
@Command(
    name = "diff",
    description = {
      "Show what differs between two states of a graph.",
      "A state is a branch, BRANCH@TIME, tag:NAME or the id of a commit."
    })
final class DiffCommand implements Callable<Integer> {

  private final CommandContext context;

  @Spec private CommandSpec spec;

  @Mixin private TargetFlags target;

  @Parameters(index = "0", paramLabel = "FROM", description = "The first state.")
  private String from;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "TO",
      description = "The second state; the default branch without it.")
  private @Nullable String to;

  @Option(
      names = "--kind",
      split = ",",
      paramLabel = "KIND",
      description = "Only node or edge changes.")
  private List<String> kinds = List.of();

  @Option(names = "--type", split = ",", paramLabel = "TYPE", description = "Only these types.")
  private List<String> types = List.of();

  @Option(
      names = "--op",
      split = ",",
      paramLabel = "OP",
      description = "Only these changes: insert, update, delete.")
  private List<String> ops = List.of();

  @Option(names = "--json", description = "Print one JSON document, as it comes.")
  private boolean json;

  @Option(names = "--jsonl", description = "Print JSON lines: a header, each change, the counts.")
  private boolean jsonLines;

  DiffCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    DiffQuery query = new DiffQuery(kinds, types, ops);
    query
        .problem()
        .ifPresent(problem -> {
          throw CommandFailure.usage(problem);
        });
    String second = to == null ? context.defaultBranch(target.options()) : to;
    PrintWriter out = spec.commandLine().getOut();
    Consumer<String> shown = jsonLines ? line -> out.print(line + "\n") : reader(out);
    int exitCode =
        new Work<>(
                local ->
                    LocalGraph.with(
                        context,
                        local,
                        graph -> {
                          DiffLines.write(
                              graph.diff(
                                  CheckedNames.revision(from), CheckedNames.revision(second)),
                              query.filter(),
                              shown);
                          return 0;
                        }),
                (_, remote) -> {
                  remote.lines(path(second, query).text(), shown);
                  return 0;
                })
            .run(context, target.options());
    out.flush();
    return exitCode;
  }

  private RemotePath path(String second, DiffQuery query) {
    return RemotePath.of("diff")
        .with("from", from)
        .with("to", second)
        .with("kind", joined(query.kinds()))
        .with("type", joined(query.types()))
        .with("op", joined(query.ops()));
  }

  private static @Nullable String joined(List<String> words) {
    return words.isEmpty() ? null : String.join(",", words);
  }

  private Consumer<String> reader(PrintWriter out) {
    Consumer<JsonNode> view = json ? new DiffDocument(out) : new DiffText(out);
    return line -> view.accept(parsed(line));
  }

  private static JsonNode parsed(String line) {
    return switch (Json.parse(line)) {
      case ParsedJson.Value(JsonNode json) -> json;
      case ParsedJson.Refused refused ->
          throw CommandFailure.failed("a line of the difference is not JSON: " + refused.message());
    };
  }
}
