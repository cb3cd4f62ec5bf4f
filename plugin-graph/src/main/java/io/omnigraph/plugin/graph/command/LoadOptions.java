package io.omnigraph.plugin.graph.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omnigraph.api.command.CommandContext;
import io.omnigraph.api.command.CommandFailure;
import io.omnigraph.api.command.Target;
import io.omnigraph.api.command.TargetOptions;
import io.omnigraph.graph.Graph;
import io.omnigraph.ground.json.Json;
import io.omnigraph.ground.source.Utf8;
import io.omnigraph.io.load.LoadListener;
import io.omnigraph.io.load.LoadMode;
import io.omnigraph.io.load.LoadOutcome;
import io.omnigraph.io.load.LoadRequest;
import io.omnigraph.io.load.LoadSource;
import io.omnigraph.io.load.Loader;
import io.omnigraph.plugin.graph.serving.IngestReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What {@code load} and {@code ingest} are told, and how they do it. */
final class LoadOptions {

  @Mixin private TargetOptions target;

  @Option(
      names = "--data",
      required = true,
      paramLabel = "FILE",
      description =
          "The records, JSON values with any white space between them, as they are or compressed"
              + " with gzip or Zstandard; - reads them from the standard input.")
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

  @Option(
      names = {"-m", "--message"},
      paramLabel = "TEXT",
      description = "Say in the commit why.")
  private @Nullable String message;

  @Option(
      names = "--progress",
      paramLabel = "WHEN",
      converter = ProgressModeConverter.class,
      description =
          "Say on standard error how far the load is: auto (the default) on a terminal, json as one"
              + " JSON object a line, none not at all.")
  private ProgressMode progress = ProgressMode.AUTO;

  @Option(names = "--json", description = "Print one JSON document.")
  private boolean json;

  /** Made by picocli. */
  LoadOptions() {}

  boolean isJson() {
    return json;
  }

  /** The branch that {@code --from} names; absent when it does not. */
  @Nullable String from() {
    return from;
  }

  /** The branch that is used when a command line names none. */
  String defaultBranch(CommandContext context) {
    return context.defaultBranch(target);
  }

  /**
   * Loads.
   *
   * @param base the branch that a missing branch is created from; absent when it must exist
   * @param err where progress is shown
   */
  IngestReport load(CommandContext context, @Nullable String base, PrintWriter err) {
    String loaded = Branches.checked(branch == null ? context.defaultBranch(target) : branch);
    Target selected = context.target(target);
    LoadSource source = InputFiles.records(data);
    LoadListener shown = progress.listener(source.size(), InstantSource.system(), err);
    LoadListener listener =
        (records, bytes) -> {
          context.stop().check();
          shown.read(records, bytes);
        };
    LoadRequest request =
        new LoadRequest(loaded, base, mode, context.actor(target).orElse(null), message, listener);
    return switch (selected) {
      case Target.Local local ->
          LocalGraph.writing(
              context, target, local, graph -> loadInto(graph, local.uri(), request, source));
      case Target.Remote remote -> post(context, remote, request, source);
    };
  }

  private static IngestReport loadInto(
      Graph graph, String uri, LoadRequest request, LoadSource source) {
    return switch (new Loader(graph).load(request, source)) {
      case LoadOutcome.Loaded loaded ->
          new IngestReport(
              uri,
              request.branch(),
              request.base(),
              loaded.branchCreated(),
              request.mode(),
              IngestReport.tables(loaded),
              request.actor(),
              loaded.membersIgnored());
      case LoadOutcome.NotLoaded refused -> throw CommandFailures.of(uri, refused.failure());
    };
  }

  private static IngestReport post(
      CommandContext context, Target.Remote remote, LoadRequest request, LoadSource source) {
    ObjectNode body = Json.object();
    body.put("branch", request.branch());
    body.put("from", request.base());
    body.put("mode", request.mode().word());
    body.put("data", text(source));
    if (request.message() != null) {
      body.put("message", request.message());
    }
    IngestReport report =
        Remote.read(context.connect(remote).post("/ingest", body), IngestReport.class);
    return new IngestReport(
        remote.uri(),
        report.branch(),
        report.baseBranch(),
        report.branchCreated(),
        report.mode(),
        report.tables(),
        report.actorId(),
        report.membersIgnored());
  }

  private static String text(LoadSource source) {
    try {
      return Utf8.text(source.content());
    } catch (IOException e) {
      throw CommandFailure.failed("cannot read `" + source.name() + "`: " + e.getMessage(), e);
    }
  }
}
