package io.omnigraph.plugin.schema.command;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.omnigraph.api.command.RemotePath;
import io.omnigraph.api.command.Work;
import io.omnigraph.ground.source.SourceText;
import java.util.List;

/**
 * The schema that a graph has; written to JSON as it is.
 *
 * @param uri of the graph, as it was named; not written to JSON
 * @param schemaSource verbatim
 */
record AcceptedSchema(@JsonIgnore String uri, String schemaSource) {

  /** Looks it up. */
  static Work<AcceptedSchema> work(SchemaEngine engine) {
    return new Work<>(
        local ->
            engine.with(
                schemas -> schemas.openReadOnly(local.uri()),
                live -> new AcceptedSchema(local.uri(), live.accepted().source())),
        (remote, graph) ->
            new AcceptedSchema(
                remote.uri(),
                graph.get(RemotePath.of("schema").text()).path("schema_source").asText()));
  }

  /** The text with its name, for what is said about it. */
  SourceText source() {
    return new SourceText(uri, schemaSource);
  }

  /** The text for people, whose last line ends as every line does. */
  List<String> lines() {
    return List.of(
        schemaSource.endsWith("\n")
            ? schemaSource.substring(0, schemaSource.length() - 1)
            : schemaSource);
  }
}
