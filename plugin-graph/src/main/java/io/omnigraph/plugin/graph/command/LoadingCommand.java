package io.omnigraph.plugin.graph.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omnigraph.api.command.CommandContext;
import io.omnigraph.api.command.CommandFailure;
import io.omnigraph.api.command.RemoteCall;
import io.omnigraph.api.command.RemoteGraph;
import io.omnigraph.api.command.RemotePath;
import io.omnigraph.api.command.Target;
import io.omnigraph.api.command.TargetOptions;
import io.omnigraph.api.command.WordConverter;
import io.omnigraph.api.command.Work;
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
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A command that loads records. */
abstract class LoadingCommand extends GraphCommand<IngestReport> {

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
      converter = LoadingCommand.ModeWord.class,
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
      converter = LoadingCommand.ProgressWord.class,
      description =
          "Say on standard error how far the load is: auto (the default) on a terminal, json as one"
              + " JSON object a line, none not at all.")
  private ProgressMode progress = ProgressMode.AUTO;

  LoadingCommand(CommandContext context) {
    super(context, new TargetOptions());
  }

  /**
   * The branch that a missing branch is created from; absent when it must exist.
   *
   * @param from as {@code --from} names it; absent when it does not
   */
  abstract @Nullable String base(@Nullable String from);

  @Override
  protected final Work<IngestReport> work() {
    String loaded = branch(branch);
    String base = base(from);
    return new Work<>(
        local -> {
          LoadSource source = RecordFiles.open(data);
          String actor = context().actor(target()).orElse(null);
          LoadRequest request =
              new LoadRequest(loaded, base, mode, actor, message, listener(source));
          return LocalGraph.writing(
              context(), target(), local, graph -> load(graph, local.uri(), request, source));
        },
        (remote, graph) -> post(remote, graph, loaded, base));
  }

  private LoadListener listener(LoadSource source) {
    LoadListener shown = progress.listener(source.size(), InstantSource.system(), err());
    return (records, bytes) -> {
      context().stop().check();
      shown.read(records, bytes);
    };
  }

  private static IngestReport load(
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

  private IngestReport post(
      Target.Remote remote, RemoteGraph graph, String loaded, @Nullable String base) {
    ObjectNode body =
        Json.object()
            .put("branch", loaded)
            .put("from", base)
            .put("mode", mode.word())
            .put("data", text(RecordFiles.open(data)));
    if (message != null) {
      body.put("message", message);
    }
    return RemoteCall.post(RemotePath.of("ingest"), body, IngestReport.class)
        .ask(remote, graph)
        .at(remote.uri());
  }

  private static String text(LoadSource source) {
    try {
      return Utf8.text(source.content());
    } catch (IOException e) {
      throw CommandFailure.failed("cannot read `" + source.name() + "`: " + e.getMessage(), e);
    }
  }

  /** Reads modes. */
  static final class ModeWord extends WordConverter<LoadMode> {

    /** Made by picocli. */
    ModeWord() {
      super(List.of(LoadMode.values()), LoadMode::word);
    }
  }

  /** Reads ways of showing progress. */
  static final class ProgressWord extends WordConverter<ProgressMode> {

    /** Made by picocli. */
    ProgressWord() {
      super(List.of(ProgressMode.values()), ProgressMode::word);
    }
  }
}
