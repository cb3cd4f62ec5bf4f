package io.omnigraph.schema.command;

import io.omnigraph.api.command.CommandContext;
import io.omnigraph.api.command.CommandFailure;
import io.omnigraph.api.command.Target;
import io.omnigraph.api.command.TargetOptions;
import io.omnigraph.schema.catalog.Schema;
import io.omnigraph.schema.report.SchemaPlanReport;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code schema plan}: what an apply would do. Writes nothing. */
@Command(name = "plan", description = "Show what giving a graph another schema would change.")
final class SchemaPlanCommand implements Callable<Integer> {

  private final CommandContext context;
  private final Engine engine;

  @Spec private CommandSpec spec;
  @Mixin private TargetOptions target;
  @Mixin private DesiredSchemaOptions desired;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  SchemaPlanCommand(CommandContext context, Engine engine) {
    this.context = context;
    this.engine = engine;
  }

  @Override
  public Integer call() {
    SchemaPlanReport report =
        switch (context.target(target)) {
          case Target.Local(String uri) -> plan(uri);
          case Target.Remote remote ->
              throw CommandFailure.failed(
                  "schema plan is only supported against local graph URIs, not `"
                      + remote.uri()
                      + "`");
        };
    if (json) {
      Printed.json(spec, report.json());
    } else {
      Printed.lines(spec, report.lines());
    }
    return 0;
  }

  private SchemaPlanReport plan(String uri) {
    Schema schema = SchemaFile.compile(SchemaFile.read(desired.file()));
    return engine.with(
        schemas -> schemas.openReadOnly(uri),
        live -> new SchemaPlanReport(live.uri(), live.plan(schema, desired.dropMode())));
  }
}
