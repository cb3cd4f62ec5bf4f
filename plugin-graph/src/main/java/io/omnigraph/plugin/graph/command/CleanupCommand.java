package io.omnigraph.plugin.graph.command;

import io.omnigraph.api.command.CommandContext;
import io.omnigraph.api.command.CommandFailure;
import io.omnigraph.api.command.RemoteCall;
import io.omnigraph.api.command.RemotePath;
import io.omnigraph.api.command.TargetOptions;
import io.omnigraph.api.command.Work;
import io.omnigraph.graph.maintenance.CleanupReport;
import io.omnigraph.graph.maintenance.CleanupReport.TableCleanup;
import io.omnigraph.graph.maintenance.CleanupRequest;
import io.omnigraph.graph.maintenance.Durations;
import io.omnigraph.ground.Quantity;
import io.omnigraph.plugin.graph.serving.MaintenanceBodies;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Gives back what is no longer wanted. */
@Command(
    name = "cleanup",
    description = "Remove old states of a graph and files that nothing needs.")
final class CleanupCommand extends GraphCommand<CleanupReport> {

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

  CleanupCommand(CommandContext context) {
    super(context, new TargetOptions());
  }

  @Override
  protected Work<CleanupReport> work() {
    CleanupRequest request = request();
    return whole(
        graph ->
            confirm
                ? graph.maintenance().cleanup(request)
                : graph.maintenance().previewCleanup(request),
        RemoteCall.post(
            RemotePath.of("cleanup"),
            new MaintenanceBodies.Cleanup(keep, olderThan, grace, confirm),
            CleanupReport.class));
  }

  @Override
  protected void show(CleanupReport report) {
    if (confirm) {
      super.show(report);
    } else {
      say(
          "cleanup is destructive — rerun with --confirm. It would %s (%s)"
              .formatted(removal("remove", report), policy()));
    }
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

  @Override
  protected List<String> lines(CleanupReport report) {
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
