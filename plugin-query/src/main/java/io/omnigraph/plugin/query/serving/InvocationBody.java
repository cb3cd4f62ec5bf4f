package io.omnigraph.plugin.query.serving;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnigraph.execute.result.QueryRejected;
import io.omnigraph.execute.run.Inspection;
import io.omnigraph.ground.json.Json;
import io.omnigraph.ground.json.ParsedJson;
import org.jspecify.annotations.Nullable;

/**
 * The body of an invocation of a stored query, which may be left out.
 *
 * @param params values by parameter; absent for none
 * @param explain as in {@link QueryRequest}
 * @param message of a mutation, recorded in its commit; absent when there is nothing to say
 */
record InvocationBody(
    @Nullable JsonNode params,
    Where where,
    @Nullable Inspection explain,
    @Nullable String message) {

  /**
   * Reads a body.
   *
   * @throws QueryRejected when it is not one
   */
  static InvocationBody read(byte[] bytes) {
    if (isBlank(bytes)) {
      return new InvocationBody(null, new Where(null, null), null, null);
    }
    JsonNode body = parse(bytes);
    if (!body.isObject() && !body.isNull()) {
      throw invalid("expected an object");
    }
    return new InvocationBody(
        body.get("params"),
        new Where(text(body, "branch"), text(body, "snapshot")),
        inspection(text(body, "explain")),
        text(body, "message"));
  }

  private static boolean isBlank(byte[] bytes) {
    for (byte b : bytes) {
      if (b < 0 || b > ' ') {
        return false;
      }
    }
    return true;
  }

  private static JsonNode parse(byte[] bytes) {
    return switch (Json.parse(bytes)) {
      case ParsedJson.Value(JsonNode body) -> body;
      case ParsedJson.Refused refused -> throw invalid("it is not JSON: " + refused.message());
    };
  }

  private static @Nullable Inspection inspection(@Nullable String word) {
    if (word == null) {
      return null;
    }
    return Inspection.of(word)
        .orElseThrow(() -> invalid("`explain` must be `plan` or `profile`, found `" + word + "`"));
  }

  private static @Nullable String text(JsonNode body, String field) {
    JsonNode value = body.get(field);
    if (value == null || value.isNull()) {
      return null;
    }
    if (!value.isTextual()) {
      throw invalid("`" + field + "` must be a string");
    }
    return value.asText();
  }

  private static QueryRejected invalid(String reason) {
    return new QueryRejected("invalid stored-query invocation body: " + reason);
  }
}
