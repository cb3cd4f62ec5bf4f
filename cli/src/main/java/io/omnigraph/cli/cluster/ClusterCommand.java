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
abstract class ClusterCommand<R extends Report> extends AnswerCommand<R> {

  /** Goes up when a field of the JSON output goes away or changes its meaning. */
  private static final int FORMAT_VERSION = 1;

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
  abstract R run(Cluster cluster);

  @Override
  protected R answer() {
    return run(new Cluster(directory, Plugins.of(ResourceKind.class), environment));
  }

  @Override
  protected JsonNode json(R report) {
    return report.json().put("format_version", FORMAT_VERSION);
  }

  @Override
  protected List<String> lines(R report) {
    return report.text().lines().toList();
  }

  @Override
  protected int exitCode(R report) {
    return report.isOk() ? 0 : 1;
  }
}
