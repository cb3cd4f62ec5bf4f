package io.omnigraph.cli.cluster;

import io.omnigraph.api.kind.ResourceKind;
import io.omnigraph.core.cluster.Cluster;
import io.omnigraph.core.cluster.ClusterEnvironment;
import io.omnigraph.core.report.Report;
import io.omnigraph.ground.json.Json;
import io.omnigraph.plugins.Plugins;
import java.io.PrintWriter;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** What every cluster command takes, and how it answers. */
final class ClusterOptions {

  @Option(
      names = "--config",
      paramLabel = "DIR",
      defaultValue = ".",
      description = "The directory that holds cluster.yaml (default: the working directory).")
  private Path directory;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  ClusterOptions() {}

  /** The cluster in the directory, with every installed kind. */
  Cluster cluster() {
    return new Cluster(directory, Plugins.of(ResourceKind.class), ClusterEnvironment.system());
  }

  /** Prints a report and returns the exit code. */
  int show(Report report, CommandSpec spec) {
    PrintWriter out = spec.commandLine().getOut();
    out.print(json ? Json.pretty(report.json()) + "\n" : report.text());
    out.flush();
    return report.isOk() ? 0 : 1;
  }
}
