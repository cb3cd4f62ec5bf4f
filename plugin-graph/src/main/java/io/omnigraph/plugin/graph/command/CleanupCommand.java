package io.omnigraph.plugin.graph.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnigraph.api.command.CommandContext;
import io.omnigraph.api.command.CommandFailure;
import io.omnigraph.api.command.Target;
import io.omnigraph.api.command.TargetOptions;
import io.omnigraph.graph.maintenance.CleanupReport;
import io.omnigraph.graph.maintenance.CleanupReport.TableCleanup;
import io.omnigraph.graph.maintenance.CleanupRequest;
import io.omnigraph.graph.maintenance.Durations;
import io.omnigraph.ground.Quantity;
import io.omnigraph.ground.json.Json;
import io.omnigraph.plugin.graph.serving.MaintenanceBodies;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Gives back what is no longer wanted. */
@Command(
    name = "cleanup",
    description = "Remove old states of a graph and files that nothing needs.")
final class CleanupCommand implements Callable<Integer> {

  private final CommandContext context;

  @Spec private CommandSpec spec;

  @Mixin private TargetOptions target;

  @Option(
      names = "--keep",
      paramLabel = "N",
      description = "Keep the newest N states of every branch; heads stay in any case.")
  private @Nullable Integer keep;

  @Option(
      names = "--older-than",
      paramLabel = "D",
      description = "Keep states that are younger than this, such as 90s, 15m, 24h, 7d, 2w.")
  private @Nullable String olderThan;

  @Option(
      names = "--grace",
      paramLabel = "D",
      description = "Leave files alone that no commit needs and that are younger than this; 1d.")
  private @Nullable String grace;

  @Option(names = "--confirm", description = "Remove; without it, only say what would go.")
  private boolean confirm;

  @Option(names = "--json", description = "Print one JSON document.")
  private boolean json;

  CleanupCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    CleanupRequest request = request();
    CleanupReport report =
        switch (context.target(target)) {
          case Target.Local local ->
              LocalGraph.whole(
                  context,
                  local,
                  graph ->
                      confirm
                          ? graph.maintenance().cleanup(request)
                          : graph.maintenance().previewCleanup(request));
          case Target.Remote remote ->
              Remote.read(context.connect(remote).post("/cleanup", body()), CleanupReport.class);
        };
    if (!confirm) {
      spec.commandLine()
          .getErr()
          .println(
              "cleanup is destructive — rerun with --confirm. It would %s (%s)"
                  .formatted(removal("remove", report), policy()));
      spec.commandLine().getErr().flush();
      return 0;
    }
    if (json) {
      Console.json(spec, report);
    } else {
      Console.lines(spec, lines(report));
    }
    return 0;
  }

  private CleanupRequest request() {
    if (keep == null && olderThan == null) {
      throw CommandFailure.failed(
          "cleanup needs `--keep` or `--older-than`, to know what may be removed");
    }
    if (keep != null && keep < 0) {
      throw CommandFailure.usage("`--keep` must be at least 0, found `" + keep + "`");
    }
    try {
      return new CleanupRequest(
          keep,
          olderThan == null ? null : Durations.parse("--older-than", olderThan),
          grace == null ? CleanupRequest.USUAL_GRACE : Durations.parse("--grace", grace));
    } catch (IllegalArgumentException e) {
      throw CommandFailure.failed(String.valueOf(e.getMessage()), e);
    }
  }

  private JsonNode body() {
    return Json.tree(new MaintenanceBodies.Cleanup(keep, olderThan, grace, confirm));
  }

  private List<String> lines(CleanupReport report) {
    List<String> lines = new ArrayList<>();
    lines.add("cleanup %s (%s) — %s".formatted(report.uri(), policy(), removal("removed", report)));
    List<String> failed =
        report.tables().stream()
            .filter(table -> table.error() != null)
            .map(TableCleanup::tableKey)
            .toList();
    if (!failed.isEmpty()) {
      lines.add("failed: " + String.join(", ", failed));
    }
    return lines;
  }

  private static String removal(String verb, CleanupReport report) {
    long tables = report.tables().stream().filter(table -> table.error() == null).count();
    return "%s %s (%s) across %s"
        .formatted(
            verb,
            Quantity.of(report.versions(), "version"),
            Quantity.of(report.bytes(), "byte"),
            Quantity.of(tables, "table"));
  }

  private String policy() {
    String kept = keep == null ? "" : "keep " + keep;
    String old = olderThan == null ? "" : "older than " + olderThan.strip();
    return kept.isEmpty() || old.isEmpty() ? kept + old : kept + ", " + old;
  }
}
