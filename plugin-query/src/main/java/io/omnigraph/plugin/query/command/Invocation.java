package io.omnigraph.plugin.query.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omnigraph.api.command.CommandFailure;
import io.omnigraph.execute.result.QueryRejected;
import io.omnigraph.execute.run.RunnableQuery;
import io.omnigraph.ground.json.Json;
import io.omnigraph.ground.json.ParsedJson;
import io.omnigraph.ground.source.SourceText;
import io.omnigraph.plugin.graph.command.CommandFailures;
import io.omnigraph.query.parameter.Parameters;
import org.jspecify.annotations.Nullable;

/**
 * What a command line asks to run.
 *
 * @param name of the query; absent for the only one of the text
 * @param parameters a JSON object; absent for none
 */
record Invocation(SourceText source, @Nullable String name, @Nullable JsonNode parameters) {

  /** A query whose text and parameters fit each other, before any graph is opened. */
  record Prepared(RunnableQuery query, Parameters parameters) {}

  /**
   * What options ask for.
   *
   * @throws CommandFailure when they cannot be used
   */
  static Invocation of(SourceOptions options) {
    return new Invocation(
        options.source(),
        options.name().orElse(null),
        options.parameters().map(Invocation::object).orElse(null));
  }

  /**
   * Selects the query and binds its parameters.
   *
   * @throws CommandFailure when that is not possible
   */
  Prepared prepare() {
    try {
      RunnableQuery query = RunnableQuery.of(source, name);
      return new Prepared(query, query.bind(parameters));
    } catch (QueryRejected e) {
      throw CommandFailures.of("", e.failure());
    }
  }

  /** The body of a request that asks a server for the same. */
  ObjectNode body() {
    ObjectNode body = Json.object().put("query_source", source.text());
    if (name != null) {
      body.put("query_name", name);
    }
    if (parameters != null) {
      body.set("params", parameters);
    }
    return body;
  }

  private static JsonNode object(String text) {
    return switch (Json.parse(text)) {
      case ParsedJson.Value(JsonNode json) when json.isObject() -> json;
      case ParsedJson.Value _ -> throw CommandFailure.failed("params must be a JSON object");
      case ParsedJson.Refused refused ->
          throw CommandFailure.failed("the parameters are not JSON: " + refused.message());
    };
  }
}
