package io.omnigraph.plugin.schema.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omnigraph.api.command.CommandFailure;
import io.omnigraph.api.command.RemoteCall;
import io.omnigraph.api.command.RemotePath;
import io.omnigraph.api.command.Target;
import io.omnigraph.api.command.Work;
import io.omnigraph.ground.json.Json;
import io.omnigraph.ground.source.SourceText;
import io.omnigraph.plugin.schema.report.SchemaPlanReport;
import io.omnigraph.schema.catalog.Schema;
import io.omnigraph.schema.migration.MigrationStep.DropMode;
import java.util.function.Function;

/**
 * A schema that a graph is to have, and at what price.
 *
 * @param source of the schema
 */
record DesiredSchema(SourceText source, DropMode mode) {

  /** Plans what giving it to a graph would do. */
  Work<SchemaPlanReport> planning(SchemaEngine engine) {
    return new Work<>(
        local -> {
          Schema schema = SchemaFile.compile(source);
          return engine.with(
              schemas -> schemas.openReadOnly(local.uri()),
              live -> new SchemaPlanReport(live.uri(), live.plan(schema, mode)));
        },
        served("plan", SchemaPlanReport::read));
  }

  /**
   * Asks a server, which compiles the source: its release decides what the language is.
   *
   * @param operation the last word of the route
   * @param reader makes a report of the reply; refuses what is none
   */
  <A> Work.Served<A> served(String operation, Function<JsonNode, A> reader) {
    RemotePath path = RemotePath.of("schema", operation);
    return (remote, graph) ->
        RemoteCall.post(path, body(), reply -> read(remote, reader, reply)).ask(remote, graph);
  }

  private ObjectNode body() {
    return Json.object()
        .put("schema_source", source.text())
        .put("allow_data_loss", mode == DropMode.HARD);
  }

  private static <A> A read(Target.Remote remote, Function<JsonNode, A> reader, JsonNode reply) {
    try {
      return reader.apply(reply);
    } catch (IllegalArgumentException e) {
      throw CommandFailure.failed(
          "the answer of `" + remote.uri() + "` cannot be read: " + e.getMessage(), e);
    }
  }
}
