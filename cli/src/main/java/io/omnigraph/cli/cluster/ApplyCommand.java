package io.omnigraph.cli.cluster;

import io.omnigraph.core.cluster.Cluster;
import io.omnigraph.core.cluster.ClusterEnvironment;
import io.omnigraph.core.report.ApplyReport;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Converges reality to the declaration. */
@Command(
    name = "apply",
    description = "Converge reality to the declaration and record it; safe to run again.")
final class ApplyCommand extends ClusterCommand<ApplyReport> {

  private static final int WAITS = 3;

  private final Supplier<Optional<String>> actor;

  @Parameters(
      arity = "0..1",
      paramLabel = "PLAN",
      description =
          "A plan that `cluster plan --out` has kept: exactly it is done, or nothing when anything"
              + " has moved since.")
  private @Nullable Path plan;

  @Option(
      names = "--detailed-exitcode",
      description = "End with 3 when all was done but what waits for an approval.")
  private boolean isDetailed;

  ApplyCommand(ClusterEnvironment environment, Supplier<Optional<String>> actor) {
    super(environment);
    this.actor = actor;
  }

  @Override
  ApplyReport run(Cluster cluster) {
    return plan == null
        ? cluster.apply(actor.get())
        : cluster.apply(actor.get(), PlanFiles.read(plan));
  }

  @Override
  protected int exitCode(ApplyReport report) {
    return isDetailed && report.isOk() && report.waitsForApproval()
        ? WAITS
        : super.exitCode(report);
  }
}
