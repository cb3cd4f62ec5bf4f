package io.omnigraph.plugin.query.command;

import io.omnigraph.api.command.CommandFailure;
import io.omnigraph.ground.json.Json;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Gives query and schema files their layout. */
@Command(
    name = "fmt",
    description =
        "Give query (.gq) and schema (.pg) files their layout, and name those that change.")
final class FmtCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..*",
      paramLabel = "FILE",
      description = "Files, or directories whose files are meant; without any, the current one.")
  private @Nullable List<Path> paths;

  @Option(
      names = "--check",
      description = "Write nothing; fail if a file does not have its layout.")
  private boolean check;

  @Option(names = "--json", description = "Print one JSON document.")
  private boolean json;

  FmtCommand() {}

  @Override
  public Integer call() {
    List<Path> files = SourceFiles.below(paths == null ? List.of(Path.of("")) : paths);
    FmtReport report = FmtReport.of(files, check ? FmtReport.Mode.CHECK : FmtReport.Mode.WRITE);
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(Json.pretty(Json.tree(report)));
    } else {
      report.changed().forEach(out::println);
    }
    out.flush();
    if (!json && !report.errors().isEmpty()) {
      throw CommandFailure.failed(report.problems());
    }
    return report.failed() ? 1 : 0;
  }
}
