package io.omnigraph.plugin.schema.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnigraph.api.command.AnswerCommand;
import io.omnigraph.api.command.CommandContext;
import io.omnigraph.api.command.TargetOptions;
import io.omnigraph.ground.source.SourceText;
import io.omnigraph.plugin.schema.report.SchemaLintReport;
import io.omnigraph.plugin.schema.report.SchemaPlanReport;
import io.omnigraph.schema.lint.Finding;
import io.omnigraph.schema.lint.SchemaLint;
import io.omnigraph.schema.migration.MigrationStep.DropMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code schema lint}: says what is wrong or doubtful with a schema. Exit code 1 for errors. */
@Command(
    name = "lint",
    description = {
      "Say what is wrong or doubtful with a schema.",
      "With a file alone, the file is looked at; with a file and a graph, also what giving the"
          + " graph this schema would meet; with a graph alone, its accepted schema."
    })
final class SchemaLintCommand extends AnswerCommand<SchemaLintReport> {

  private final CommandContext context;
  private final SchemaEngine engine;

  @Mixin private TargetOptions target;

  @Option(
      names = "--schema",
      paramLabel = "FILE",
      description = "The schema to look at; without it, the accepted one of the graph.")
  private @Nullable Path file;

  SchemaLintCommand(CommandContext context, SchemaEngine engine) {
    this.context = context;
    this.engine = engine;
  }

  @Override
  protected SchemaLintReport answer() {
    return file == null
        ? accepted()
        : new SchemaLintReport("file", file.toString(), findings(SchemaFile.read(file)));
  }

  @Override
  protected JsonNode json(SchemaLintReport report) {
    return report.json();
  }

  @Override
  protected List<String> lines(SchemaLintReport report) {
    return report.lines();
  }

  @Override
  protected int exitCode(SchemaLintReport report) {
    return report.isOk() ? 0 : 1;
  }

  private SchemaLintReport accepted() {
    SourceText source = AcceptedSchema.work(engine).run(context, target).source();
    return new SchemaLintReport("graph", source.name(), SchemaLint.source(source));
  }

  private SchemaPlanReport planned(SourceText source) {
    return new DesiredSchema(source, DropMode.SOFT).planning(engine).run(context, target);
  }

  private List<Finding> findings(SourceText source) {
    List<Finding> findings = new ArrayList<>(SchemaLint.source(source));
    boolean compiles = findings.stream().noneMatch(f -> Optional.of("S000").equals(code(f)));
    if (compiles && isGraphNamed()) {
      findings.addAll(SchemaLint.plan(planned(source).plan()));
    }
    return findings.stream().sorted(Finding.ORDER).toList();
  }

  private static Optional<String> code(Finding finding) {
    return Optional.ofNullable(finding.code());
  }

  private boolean isGraphNamed() {
    return target.uri().isPresent() || target.target().isPresent();
  }
}
