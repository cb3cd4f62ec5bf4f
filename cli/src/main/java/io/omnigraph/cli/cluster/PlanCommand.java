package io.omnigraph.cli.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omnigraph.core.cluster.Cluster;
import io.omnigraph.core.cluster.ClusterEnvironment;
import io.omnigraph.core.saved.ProposedPlan;
import io.omnigraph.core.saved.SavedPlan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows exactly what apply would do, and keeps it for an apply of exactly that. */
@Command(name = "plan", description = "Show exactly what apply would do.")
final class PlanCommand extends ClusterCommand<ProposedPlan> {

  private static final int CHANGES = 2;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Keep the plan in this file, for `cluster apply FILE`.")
  private @Nullable Path file;

  @Option(
      names = "--detailed-exitcode",
      description = "End with 2 when there is something to do, and with 0 only when there is not.")
  private boolean isDetailed;

  PlanCommand(ClusterEnvironment environment) {
    super(environment);
  }

  @Override
  ProposedPlan run(Cluster cluster) {
    ProposedPlan plan = cluster.plan();
    Path kept = file;
    if (kept != null) {
      plan.saved().ifPresent(saved -> PlanFiles.write(kept, saved));
    }
    return plan;
  }

  @Override
  protected JsonNode json(ProposedPlan plan) {
    JsonNode json = super.json(plan);
    if (file != null && plan.saved().isPresent() && json instanceof ObjectNode object) {
      object.put("plan_id", plan.saved().get().id().hex()).put("plan_file", file.toString());
    }
    return json;
  }

  @Override
  protected List<String> lines(ProposedPlan plan) {
    List<String> lines = new ArrayList<>(super.lines(plan));
    if (file != null) {
      plan.saved().map(this::kept).ifPresent(lines::add);
    }
    return lines;
  }

  private String kept(SavedPlan saved) {
    return "saved as %s (plan %s); `omnigraph cluster apply %s` does exactly this"
        .formatted(file, saved.id().hex().substring(0, 12), file);
  }

  @Override
  protected int exitCode(ProposedPlan plan) {
    return isDetailed && plan.isOk() && plan.hasChanges() ? CHANGES : super.exitCode(plan);
  }
}
