package io.omnigraph.plugin.schema.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnigraph.api.command.CommandContext;
import io.omnigraph.api.command.CommandFailure;
import io.omnigraph.api.command.TargetCommand;
import io.omnigraph.api.command.TargetOptions;
import io.omnigraph.api.command.Work;
import io.omnigraph.graph.live.LiveSchema;
import io.omnigraph.graph.live.LiveSchema.Outcome;
import io.omnigraph.ground.access.Deed;
import io.omnigraph.plugin.schema.report.SchemaApplyReport;
import io.omnigraph.schema.catalog.Schema;
import io.omnigraph.schema.migration.MigrationStep.DropMode;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code schema apply}: gives a graph another schema, here or behind a server. */
@Command(name = "apply", description = "Give a graph another schema and migrate its data.")
final class SchemaApplyCommand extends TargetCommand<SchemaApplyReport> {

  private final SchemaEngine engine;
  private final Supplier<List<SchemaGuard>> guards;

  @Mixin private DesiredSchemaOptions options;

  SchemaApplyCommand(
      CommandContext context, SchemaEngine engine, Supplier<List<SchemaGuard>> guards) {
    super(context, new TargetOptions());
    this.engine = engine;
    this.guards = guards;
  }

  @Override
  protected Work<SchemaApplyReport> work() {
    DesiredSchema desired = options.desired();
    return new Work<>(
        local -> apply(local.uri(), desired), desired.served("apply", SchemaApplyReport::read));
  }

  private SchemaApplyReport apply(String uri, DesiredSchema desired) {
    Schema schema = SchemaFile.compile(desired.source());
    context().gate(target()).check(context().actor(target()).orElse(null), Deed.schemaApply());
    return context()
        .stop()
        .afterwards(() ->
            engine.with(
                schemas -> schemas.open(uri, context().faults()),
                live -> apply(live, schema, desired.mode())));
  }

  private SchemaApplyReport apply(LiveSchema live, Schema schema, DropMode mode) {
    Optional<String> refusal = live.plan(schema, mode).refusal().or(() -> objection(schema));
    if (refusal.isPresent()) {
      throw CommandFailure.failed(refusal.get());
    }
    return switch (live.apply(schema, mode, context().actor(target()))) {
      case Outcome.Applied applied -> new SchemaApplyReport(live.uri(), applied);
      case Outcome.Refused(String reason) -> throw CommandFailure.failed(reason);
      case Outcome.Conflict(String reason) -> throw CommandFailure.failed(reason);
    };
  }

  private Optional<String> objection(Schema schema) {
    return guards.get().stream()
        .map(guard -> guard.objection(schema, context(), target()))
        .flatMap(Optional::stream)
        .findFirst();
  }

  @Override
  protected JsonNode json(SchemaApplyReport report) {
    return report.json();
  }

  @Override
  protected List<String> lines(SchemaApplyReport report) {
    return report.lines();
  }
}
