package io.omnigraph.plugin.schema.command;

import io.omnigraph.api.command.CommandContext;
import io.omnigraph.api.command.TargetOptions;
import io.omnigraph.plugin.schema.report.SchemaPlanReport;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code schema plan}: what an apply would do. Writes nothing. */
@Command(name = "plan", description = "Show what giving a graph another schema would change.")
final class SchemaPlanCommand implements Callable<Integer> {

  private final PlannedSchema planned;

  @Spec private CommandSpec spec;
  @Mixin private TargetOptions target;
  @Mixin private DesiredSchemaOptions desired;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  SchemaPlanCommand(CommandContext context, SchemaEngine engine) {
    this.planned = new PlannedSchema(context, engine);
  }

  @Override
  public Integer call() {
    SchemaPlanReport report =
        planned.plan(target, SchemaFile.read(desired.file()), desired.dropMode());
    if (json) {
      Printed.json(spec, report.json());
    } else {
      Printed.lines(spec, report.lines());
    }
    return 0;
  }
}
