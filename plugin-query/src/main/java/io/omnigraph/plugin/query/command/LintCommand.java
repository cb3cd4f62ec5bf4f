package io.omnigraph.plugin.query.command;

import io.omnigraph.api.command.AnswerCommand;
import io.omnigraph.api.command.CommandContext;
import io.omnigraph.api.command.CommandFailure;
import io.omnigraph.api.command.InputFiles;
import io.omnigraph.api.command.Target;
import io.omnigraph.api.command.TargetOptions;
import io.omnigraph.graph.snapshot.ReadTarget;
import io.omnigraph.ground.source.SourceText;
import io.omnigraph.plugin.graph.command.LocalGraph;
import io.omnigraph.query.lint.LintReport;
import io.omnigraph.query.lint.LintText;
import io.omnigraph.query.lint.QueryLint;
import io.omnigraph.schema.SchemaCompiler;
import io.omnigraph.schema.SchemaCompiler.Problem;
import io.omnigraph.schema.catalog.Schema;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Checks a query file without running anything. */
@Command(
    name = "lint",
    description = "Check the queries of a file against a schema file or the schema of a graph.")
class LintCommand extends AnswerCommand<LintReport> {

  private final CommandContext context;

  @Mixin private TargetOptions target;

  @Option(
      names = "--query",
      paramLabel = "FILE",
      required = true,
      description = "The file with the queries.")
  private Path queries;

  @Option(
      names = "--schema",
      paramLabel = "FILE",
      description = "The schema to check against, instead of that of a graph.")
  private @Nullable Path schema;

  LintCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  protected LintReport answer() {
    return schema == null ? againstGraph(local()) : againstFile(schema);
  }

  @Override
  protected List<String> lines(LintReport report) {
    return List.of(LintText.of(report));
  }

  @Override
  protected int exitCode(LintReport report) {
    return report.failed() ? 1 : 0;
  }

  private LintReport againstFile(Path file) {
    SchemaCompiler.Result compiled =
        SchemaCompiler.compile(new SourceText(file.toString(), InputFiles.text(file)));
    Schema accepted =
        compiled
            .schema()
            .orElseThrow(() ->
                CommandFailure.failed(
                    compiled.problems().stream()
                        .map(Problem::text)
                        .collect(Collectors.joining("\n"))));
    return QueryLint.lint(source(), accepted, LintReport.SchemaSource.file(file.toString()));
  }

  private LintReport againstGraph(Target.Local graph) {
    Schema accepted =
        LocalGraph.with(context, graph, open -> open.snapshot(ReadTarget.main()).schema());
    return QueryLint.lint(source(), accepted, LintReport.SchemaSource.graph(graph.uri()));
  }

  private Target.Local local() {
    return switch (selected()) {
      case Target.Local local -> local;
      case Target.Remote remote ->
          throw CommandFailure.failed(
              "lint is only supported against local graph URIs, not `%s`; give --schema FILE"
                  .formatted(remote.uri()));
    };
  }

  private Target selected() {
    try {
      return context.target(target);
    } catch (CommandFailure e) {
      throw CommandFailure.failed(
          "lint requires --schema FILE or a resolvable graph target: " + e.getMessage(), e);
    }
  }

  private SourceText source() {
    return new SourceText(queries.toString(), InputFiles.text(queries));
  }

  /** The same under a name that it once had. */
  @Command(name = "check", hidden = true, description = "The former name of lint.")
  static final class Renamed extends LintCommand {

    private final String name;

    /**
     * A command for a former name.
     *
     * @param name the words after {@code omnigraph}: {@code query lint}
     */
    Renamed(CommandContext context, String name) {
      super(context);
      this.name = name;
    }

    @Override
    protected LintReport answer() {
      say("warning: `omnigraph %s` is deprecated; use `omnigraph lint` instead".formatted(name));
      return super.answer();
    }
  }
}
