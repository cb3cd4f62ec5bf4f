package io.omnigraph.plugin.schema.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omnigraph.api.command.CommandContext;
import io.omnigraph.api.command.CommandFailure;
import io.omnigraph.api.command.Target;
import io.omnigraph.api.command.TargetOptions;
import io.omnigraph.ground.json.Json;
import io.omnigraph.ground.source.SourceText;
import io.omnigraph.plugin.schema.report.SchemaPlanReport;
import io.omnigraph.schema.catalog.Schema;
import io.omnigraph.schema.migration.MigrationStep.DropMode;

/** Plans what giving a graph a schema would do, here or behind a server. */
final class PlannedSchema {

  private final CommandContext context;
  private final SchemaEngine engine;

  PlannedSchema(CommandContext context, SchemaEngine engine) {
    this.context = context;
    this.engine = engine;
  }

  SchemaPlanReport plan(TargetOptions options, SourceText source, DropMode mode) {
    return switch (context.target(options)) {
      case Target.Local(String uri) -> plan(uri, source, mode);
      case Target.Remote remote -> plan(remote, source, mode);
    };
  }

  private SchemaPlanReport plan(String uri, SourceText source, DropMode mode) {
    Schema schema = SchemaFile.compile(source);
    return engine.with(
        schemas -> schemas.openReadOnly(uri),
        live -> new SchemaPlanReport(live.uri(), live.plan(schema, mode)));
  }

  private SchemaPlanReport plan(Target.Remote remote, SourceText source, DropMode mode) {
    try {
      return SchemaPlanReport.read(
          context.connect(remote).post("/schema/plan", body(source, mode)));
    } catch (IllegalArgumentException e) {
      throw CommandFailure.failed(
          "the answer of `" + remote.uri() + "` cannot be read: " + e.getMessage(), e);
    }
  }

  /**
   * What a server is told: it compiles the source, for its release decides what the language is.
   */
  static ObjectNode body(SourceText source, DropMode mode) {
    return Json.object()
        .put("schema_source", source.text())
        .put("allow_data_loss", mode == DropMode.HARD);
  }
}
