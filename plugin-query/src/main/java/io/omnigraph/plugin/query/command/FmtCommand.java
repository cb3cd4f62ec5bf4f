package io.omnigraph.plugin.query.command;

import io.omnigraph.api.command.AnswerCommand;
import io.omnigraph.api.command.CommandFailure;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Gives query and schema files their layout. */
@Command(
    name = "fmt",
    description =
        "Give query (.gq) and schema (.pg) files their layout, and name those that change.")
final class FmtCommand extends AnswerCommand<FmtReport> {

  @Parameters(
      arity = "0..*",
      paramLabel = "FILE",
      description = "Files, or directories whose files are meant; without any, the current one.")
  private @Nullable List<Path> paths;

  @Option(
      names = "--check",
      description = "Write nothing; fail if a file does not have its layout.")
  private boolean check;

  FmtCommand() {}

  @Override
  protected FmtReport answer() {
    List<Path> files = SourceFiles.below(paths == null ? List.of(Path.of("")) : paths);
    return FmtReport.of(files, check ? FmtReport.Mode.CHECK : FmtReport.Mode.WRITE);
  }

  @Override
  protected List<String> lines(FmtReport report) {
    return report.changed();
  }

  @Override
  protected int exitCode(FmtReport report) {
    if (!isJson() && !report.errors().isEmpty()) {
      throw CommandFailure.failed(report.problems());
    }
    return report.failed() ? 1 : 0;
  }
}
