package io.omnigraph.cli.cluster;

import io.omnigraph.api.kind.ResourceKind;
import io.omnigraph.core.cluster.Cluster;
import io.omnigraph.core.cluster.ClusterEnvironment;
import io.omnigraph.core.report.Report;
import io.omnigraph.ground.json.Json;
import io.omnigraph.plugins.Plugins;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A command of the control plane: one call, and its report as text or JSON. */
abstract class ClusterCommand implements Callable<Integer> {

  private final ClusterEnvironment environment;

  @Option(
      names = "--config",
      paramLabel = "DIR",
      defaultValue = ".",
      description = "The directory that holds cluster.yaml (default: the working directory).")
  private Path directory;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Spec private CommandSpec spec;

  ClusterCommand(ClusterEnvironment environment) {
    this.environment = environment;
  }

  /** Does the work on the cluster in the directory, with every installed kind. */
  abstract Report run(Cluster cluster);

  @Override
  public final Integer call() {
    Report report = run(new Cluster(directory, Plugins.of(ResourceKind.class), environment));
    PrintWriter out = spec.commandLine().getOut();
    out.print(json ? Json.pretty(report.json()) + "\n" : report.text());
    out.flush();
    return report.isOk() ? 0 : 1;
  }
}
