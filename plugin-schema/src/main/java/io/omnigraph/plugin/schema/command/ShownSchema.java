package io.omnigraph.plugin.schema.command;

import io.omnigraph.api.command.CommandContext;
import io.omnigraph.api.command.Target;
import io.omnigraph.api.command.TargetOptions;
import io.omnigraph.ground.json.Json;
import picocli.CommandLine.Model.CommandSpec;

/** Prints the accepted schema of a graph. */
final class ShownSchema {

  private static final String FIELD = "schema_source";

  private final CommandContext context;
  private final SchemaEngine engine;

  ShownSchema(CommandContext context, SchemaEngine engine) {
    this.context = context;
    this.engine = engine;
  }

  void json(CommandSpec spec, TargetOptions options) {
    Printed.json(spec, Json.object().put(FIELD, source(options)));
  }

  void text(CommandSpec spec, TargetOptions options) {
    Printed.text(spec, source(options));
  }

  /** Which graph it is. */
  String uri(TargetOptions options) {
    return context.target(options).uri();
  }

  /** The source, verbatim. */
  String source(TargetOptions options) {
    return switch (context.target(options)) {
      case Target.Local(String uri) ->
          engine.with(schemas -> schemas.openReadOnly(uri), live -> live.accepted().source());
      case Target.Remote remote -> context.connect(remote).get("/schema").path(FIELD).asText();
    };
  }
}
