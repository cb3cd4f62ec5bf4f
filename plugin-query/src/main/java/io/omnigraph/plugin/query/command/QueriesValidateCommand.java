package io.omnigraph.plugin.query.command;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.omnigraph.api.command.CommandContext;
import io.omnigraph.api.command.CommandFailure;
import io.omnigraph.api.command.Target;
import io.omnigraph.api.command.TargetOptions;
import io.omnigraph.graph.snapshot.ReadTarget;
import io.omnigraph.ground.Quantity;
import io.omnigraph.ground.json.Json;
import io.omnigraph.plugin.graph.command.LocalGraph;
import io.omnigraph.query.Queries;
import io.omnigraph.query.problem.Diagnostic;
import io.omnigraph.schema.catalog.Schema;
import io.omnigraph.values.Scalar;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code queries validate}: whether what is registered fits the graph. Runs nothing. */
@Command(
    name = "validate",
    description = "Check the stored queries that omnigraph.yaml registers against a graph.")
final class QueriesValidateCommand implements Callable<Integer> {

  private final CommandContext context;

  @Spec private CommandSpec spec;
  @Mixin private TargetOptions target;

  @Option(names = "--json", description = "Print one JSON document.")
  private boolean json;

  QueriesValidateCommand(CommandContext context) {
    this.context = context;
  }

  /** What was found; written to JSON as it is. */
  record Validation(boolean ok, List<Finding> breakages, List<Finding> warnings) {}

  /**
   * Something about a query.
   *
   * @param diagnostic what a program can repair it from; left out of JSON where nothing is
   */
  record Finding(
      String query,
      String message,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Diagnostic diagnostic) {

    String line(String label) {
      return "%s  query '%s': %s".formatted(label, query, message);
    }
  }

  @Override
  public Integer call() {
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
    print(new Validation(breakages.isEmpty(), breakages, warnings), entries.size());
    return breakages.isEmpty() ? 0 : 1;
  }

  private static List<Finding> breakages(Registry.Entry entry, Schema schema) {
    return Queries.check(entry.query(), schema).problems().stream()
        .map(problem ->
            new Finding(entry.name(), problem.located(), Diagnostic.of(problem, entry.source())))
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

  private void print(Validation validation, int queries) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(Json.pretty(Json.tree(validation)));
    } else {
      if (validation.ok()) {
        out.println(
            "OK  %s against the schema"
                .formatted(
                    Quantity.of(queries, "stored query type-checks", "stored queries type-check")));
      }
      validation.breakages().forEach(finding -> out.println(finding.line("ERROR")));
      validation.warnings().forEach(finding -> out.println(finding.line("WARN ")));
    }
    out.flush();
  }
}
