package io.omnigraph.plugin.query.command;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.omnigraph.api.command.AnswerCommand;
import io.omnigraph.api.command.CommandContext;
import io.omnigraph.api.command.CommandFailure;
import io.omnigraph.api.command.Target;
import io.omnigraph.api.command.TargetOptions;
import io.omnigraph.graph.snapshot.ReadTarget;
import io.omnigraph.ground.Quantity;
import io.omnigraph.plugin.graph.command.LocalGraph;
import io.omnigraph.query.Queries;
import io.omnigraph.query.problem.QueryDiagnostic;
import io.omnigraph.schema.catalog.Schema;
import io.omnigraph.values.Scalar;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code queries validate}: whether what is registered fits the graph. Runs nothing. */
@Command(
    name = "validate",
    description = "Check the stored queries that omnigraph.yaml registers against a graph.")
final class QueriesValidateCommand extends AnswerCommand<QueriesValidateCommand.Validation> {

  private final CommandContext context;

  @Mixin private TargetOptions target;

  QueriesValidateCommand(CommandContext context) {
    this.context = context;
  }

  /**
   * What was found.
   *
   * @param queries how many were checked; not written to JSON
   */
  record Validation(
      boolean ok, List<Finding> breakages, List<Finding> warnings, @JsonIgnore int queries) {}

  /**
   * Something about a query.
   *
   * @param diagnostic what a program can repair it from; left out of JSON where nothing is
   */
  record Finding(
      String query,
      String message,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable QueryDiagnostic diagnostic) {

    String line(String label) {
      return "%s  query '%s': %s".formatted(label, query, message);
    }
  }

  @Override
  protected Validation answer() {
    List<Registry.Entry> entries = Registry.entries(context, target);
    Schema schema =
        LocalGraph.with(context, local(), open -> open.snapshot(ReadTarget.main()).schema());
    List<Finding> breakages =
        entries.stream().flatMap(entry -> breakages(entry, schema).stream()).toList();
    List<Finding> warnings =
        entries.stream()
            .filter(QueriesValidateCommand::takesVector)
            .map(entry ->
                new Finding(entry.name(), "an exposed query takes a vector parameter", null))
            .toList();
    return new Validation(breakages.isEmpty(), breakages, warnings, entries.size());
  }

  @Override
  protected int exitCode(Validation validation) {
    return validation.ok() ? 0 : 1;
  }

  private static List<Finding> breakages(Registry.Entry entry, Schema schema) {
    return Queries.check(entry.query(), schema).problems().stream()
        .map(problem ->
            new Finding(
                entry.name(), problem.located(), QueryDiagnostic.of(problem, entry.source())))
        .toList();
  }

  private static boolean takesVector(Registry.Entry entry) {
    return entry.isExposed()
        && entry.query().parameters().stream().anyMatch(p -> p.type().scalar() == Scalar.VECTOR);
  }

  private Target.Local local() {
    return switch (context.target(target)) {
      case Target.Local local -> local;
      case Target.Remote remote ->
          throw CommandFailure.failed(
              "queries validate is only supported against local graph URIs, not `%s`"
                  .formatted(remote.uri()));
    };
  }

  @Override
  protected List<String> lines(Validation validation) {
    List<String> lines = new ArrayList<>();
    if (validation.ok()) {
      lines.add(
          "OK  %s against the schema"
              .formatted(
                  Quantity.of(
                      validation.queries(),
                      "stored query type-checks",
                      "stored queries type-check")));
    }
    validation.breakages().forEach(finding -> lines.add(finding.line("ERROR")));
    validation.warnings().forEach(finding -> lines.add(finding.line("WARN ")));
    return lines;
  }
}
