package io.omnigraph.plugin.schema.command;

import io.omnigraph.api.command.CommandContext;
import io.omnigraph.api.command.TargetOptions;
import io.omnigraph.ground.source.SourceText;
import io.omnigraph.plugin.schema.report.SchemaLintReport;
import io.omnigraph.schema.lint.Finding;
import io.omnigraph.schema.lint.SchemaLint;
import io.omnigraph.schema.migration.MigrationStep.DropMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code schema lint}: says what is wrong or doubtful with a schema. Exit code 1 for errors. */
@Command(
    name = "lint",
    description = {
      "Say what is wrong or doubtful with a schema.",
      "With a file alone, the file is looked at; with a file and a graph, also what giving the"
          + " graph this schema would meet; with a graph alone, its accepted schema."
    })
final class SchemaLintCommand implements Callable<Integer> {

  private final ShownSchema shown;
  private final PlannedSchema planned;

  @Spec private CommandSpec spec;
  @Mixin private TargetOptions target;

  @Option(
      names = "--schema",
      paramLabel = "FILE",
      description = "The schema to look at; without it, the accepted one of the graph.")
  private @Nullable Path file;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  SchemaLintCommand(CommandContext context, SchemaEngine engine, ShownSchema shown) {
    this.shown = shown;
    this.planned = new PlannedSchema(context, engine);
  }

  @Override
  public Integer call() {
    SchemaLintReport report =
        file == null
            ? accepted()
            : new SchemaLintReport("file", file.toString(), findings(SchemaFile.read(file)));
    if (json) {
      Printed.json(spec, report.json());
    } else {
      Printed.lines(spec, report.lines());
    }
    return report.isOk() ? 0 : 1;
  }

  private SchemaLintReport accepted() {
    String uri = shown.uri(target);
    return new SchemaLintReport(
        "graph", uri, SchemaLint.source(new SourceText(uri, shown.source(target))));
  }

  private List<Finding> findings(SourceText source) {
    List<Finding> findings = new ArrayList<>(SchemaLint.source(source));
    boolean compiles = findings.stream().noneMatch(f -> Optional.of("S000").equals(code(f)));
    if (compiles && isGraphNamed()) {
      findings.addAll(SchemaLint.plan(planned.plan(target, source, DropMode.SOFT).plan()));
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
