package io.omnigraph.plugin.schema.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnigraph.api.command.CommandContext;
import io.omnigraph.api.command.TargetCommand;
import io.omnigraph.api.command.TargetOptions;
import io.omnigraph.api.command.Work;
import io.omnigraph.plugin.schema.report.SchemaPlanReport;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code schema plan}: what an apply would do. Writes nothing. */
@Command(name = "plan", description = "Show what giving a graph another schema would change.")
final class SchemaPlanCommand extends TargetCommand<SchemaPlanReport> {

  private final SchemaEngine engine;

  @Mixin private DesiredSchemaOptions desired;

  SchemaPlanCommand(CommandContext context, SchemaEngine engine) {
    super(context, new TargetOptions());
    this.engine = engine;
  }

  @Override
  protected Work<SchemaPlanReport> work() {
    return desired.desired().planning(engine);
  }

  @Override
  protected JsonNode json(SchemaPlanReport report) {
    return report.json();
  }

  @Override
  protected List<String> lines(SchemaPlanReport report) {
    return report.lines();
  }
}
