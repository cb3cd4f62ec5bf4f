package io.omnigraph.plugin.schema.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omnigraph.api.command.CommandContext;
import io.omnigraph.api.command.CommandFailure;
import io.omnigraph.api.command.Target;
import io.omnigraph.api.command.TargetOptions;
import io.omnigraph.graph.live.LiveSchema;
import io.omnigraph.graph.live.LiveSchema.Outcome;
import io.omnigraph.ground.access.WriteGate.Write;
import io.omnigraph.plugin.schema.report.SchemaApplyReport;
import io.omnigraph.schema.catalog.Schema;
import io.omnigraph.schema.migration.MigrationStep.DropMode;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code schema apply}: gives a graph another schema, here or behind a server. */
@Command(name = "apply", description = "Give a graph another schema and migrate its data.")
final class SchemaApplyCommand implements Callable<Integer> {

  private final CommandContext context;
  private final SchemaEngine engine;
  private final Supplier<List<SchemaGuard>> guards;

  @Spec private CommandSpec spec;
  @Mixin private TargetOptions target;
  @Mixin private DesiredSchemaOptions desired;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  SchemaApplyCommand(
      CommandContext context, SchemaEngine engine, Supplier<List<SchemaGuard>> guards) {
    this.context = context;
    this.engine = engine;
    this.guards = guards;
  }

  @Override
  public Integer call() {
    SchemaApplyReport report =
        switch (context.target(target)) {
          case Target.Local(String uri) -> apply(uri);
          case Target.Remote remote -> apply(remote);
        };
    if (json) {
      Printed.json(spec, report.json());
    } else {
      Printed.lines(spec, report.lines());
    }
    return 0;
  }

  private SchemaApplyReport apply(String uri) {
    Schema schema = SchemaFile.compile(SchemaFile.read(desired.file()));
    context.gate(target).check(context.actor(target).orElse(null), Write.schemaApply());
    return context
        .stop()
        .afterwards(() ->
            engine.with(
                schemas -> schemas.open(uri, context.faults()), live -> apply(live, schema)));
  }

  private SchemaApplyReport apply(LiveSchema live, Schema schema) {
    DropMode mode = desired.dropMode();
    Optional<String> refusal = live.plan(schema, mode).refusal().or(() -> objection(schema));
    if (refusal.isPresent()) {
      throw CommandFailure.failed(refusal.get());
    }
    return switch (live.apply(schema, mode, context.actor(target))) {
      case Outcome.Applied applied -> new SchemaApplyReport(live.uri(), applied);
      case Outcome.Refused(String reason) -> throw CommandFailure.failed(reason);
      case Outcome.Conflict(String reason) -> throw CommandFailure.failed(reason);
    };
  }

  private Optional<String> objection(Schema schema) {
    return guards.get().stream()
        .map(guard -> guard.objection(schema, context, target))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private SchemaApplyReport apply(Target.Remote remote) {
    ObjectNode body = PlannedSchema.body(SchemaFile.read(desired.file()), desired.dropMode());
    try {
      return SchemaApplyReport.read(context.connect(remote).post("/schema/apply", body));
    } catch (IllegalArgumentException e) {
      throw CommandFailure.failed(
          "the answer of `" + remote.uri() + "` cannot be read: " + e.getMessage(), e);
    }
  }
}
