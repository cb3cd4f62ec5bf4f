package io.omnigraph.cli.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnigraph.api.command.AnswerCommand;
import io.omnigraph.api.kind.ResourceKind;
import io.omnigraph.core.cluster.Cluster;
import io.omnigraph.core.cluster.ClusterEnvironment;
import io.omnigraph.core.report.Report;
import io.omnigraph.plugins.Plugins;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** A command of the control plane: one call, and its report as text or JSON. */
abstract class ClusterCommand extends AnswerCommand<Report> {

  private final ClusterEnvironment environment;

  @Option(
      names = "--config",
      paramLabel = "DIR",
      defaultValue = ".",
      description = "The directory that holds cluster.yaml (default: the working directory).")
  private Path directory;

  ClusterCommand(ClusterEnvironment environment) {
    this.environment = environment;
  }

  /** Does the work on the cluster in the directory, with every installed kind. */
  abstract Report run(Cluster cluster);

  @Override
  protected final Report answer() {
    return run(new Cluster(directory, Plugins.of(ResourceKind.class), environment));
  }

  @Override
  protected final JsonNode json(Report report) {
    return report.json();
  }

  @Override
  protected final List<String> lines(Report report) {
    return report.text().lines().toList();
  }

  @Override
  protected final int exitCode(Report report) {
    return report.isOk() ? 0 : 1;
  }
}
