package io.omnigraph.graph.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omnigraph.api.command.CommandContext;
import io.omnigraph.api.command.CommandFailure;
import io.omnigraph.api.command.Target;
import io.omnigraph.api.command.TargetOptions;
import io.omnigraph.api.json.Json;
import io.omnigraph.graph.Graph;
import io.omnigraph.graph.load.LoadListener;
import io.omnigraph.graph.load.LoadMode;
import io.omnigraph.graph.load.LoadOutcome;
import io.omnigraph.graph.load.LoadRequest;
import io.omnigraph.graph.load.LoadSource;
import io.omnigraph.graph.load.Loader;
import io.omnigraph.graph.serving.IngestReport;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Loads records into a graph. */
@Command(name = "load", description = "Load nodes and edges from JSON records.")
final class LoadCommand implements Callable<Integer> {

  private final CommandContext context;

  @Spec private CommandSpec spec;

  @Mixin private TargetOptions target;

  @Option(
      names = "--data",
      required = true,
      paramLabel = "FILE",
      description =
          "The records, JSON values with any white space between them; - reads them"
              + " from the standard input.")
  private String data;

  @Option(
      names = "--mode",
      paramLabel = "MODE",
      converter = LoadModeConverter.class,
      description =
          "What becomes of stored rows: merge (the default) replaces those with equal"
              + " ids, append refuses equal ids, overwrite replaces each type that has a record.")
  private LoadMode mode = LoadMode.MERGE;

  @Option(names = "--branch", paramLabel = "BRANCH", description = "The branch to load into.")
  private @Nullable String branch;

  @Option(
      names = "--from",
      paramLabel = "BASE",
      description = "Create a missing branch from this one first.")
  private @Nullable String from;

  @Option(names = "--json", description = "Print one JSON document.")
  private boolean json;

  LoadCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    String loaded = Branches.checked(branch == null ? context.defaultBranch(target) : branch);
    Target selected = context.target(target);
    LoadReport.Request request = new LoadReport.Request(selected.uri(), loaded, from, mode);
    LoadSource source = InputFiles.records(data);
    LoadReport report =
        switch (selected) {
          case Target.Local local ->
              LocalGraph.writing(context, target, local, graph -> loadInto(graph, request, source));
          case Target.Remote remote -> post(remote, request, source);
        };
    if (json) {
      Console.json(spec, report);
    } else {
      Console.lines(spec, report.lines());
    }
    return 0;
  }

  private LoadReport loadInto(Graph graph, LoadReport.Request request, LoadSource source) {
    LoadRequest load =
        new LoadRequest(
            request.branch(), from, mode, context.actor(target).orElse(null), progress(source));
    return switch (new Loader(graph).load(load, source)) {
      case LoadOutcome.Loaded loaded ->
          LoadReport.of(request, loaded.branchCreated(), IngestReport.tables(loaded));
      case LoadOutcome.Rejected(var problems) -> throw CommandFailure.failed(problems.message());
      case LoadOutcome.Conflict(var reason, _) ->
          throw CommandFailure.failed(reason + "; nothing was written, so load again");
    };
  }

  private LoadReport post(Target.Remote remote, LoadReport.Request request, LoadSource source) {
    ObjectNode body = Json.object();
    body.put("branch", request.branch());
    body.put("from", from);
    body.put("mode", mode.word());
    body.put("data", text(source));
    IngestReport report =
        Remote.read(context.connect(remote).post("/ingest", body), IngestReport.class);
    return LoadReport.of(request, report.branchCreated(), report.tables());
  }

  private static String text(LoadSource source) {
    try (InputStream in = source.open()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw CommandFailure.failed("cannot read `" + source.name() + "`: " + e.getMessage(), e);
    }
  }

  private LoadListener progress(LoadSource source) {
    return Optional.ofNullable(System.console()).filter(java.io.Console::isTerminal).isPresent()
        ? new LoadProgress(
            source.size(), InstantSource.system(), LoadProgress.lines(spec.commandLine().getErr()))
        : LoadListener.none();
  }
}
