package io.omnigraph.core.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omnigraph.api.Address;
import io.omnigraph.api.kind.Declared;
import io.omnigraph.api.kind.ResourceStatus;
import io.omnigraph.core.desired.DesiredState;
import io.omnigraph.core.ledger.Ledger;
import io.omnigraph.ground.Diagnostic;
import io.omnigraph.ground.Digest;
import io.omnigraph.ground.json.Json;
import io.omnigraph.ground.source.SourceSpan;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The JSON values that several reports share. */
final class Values {

  private Values() {}

  static boolean noErrors(List<Diagnostic> diagnostics) {
    return diagnostics.stream().noneMatch(Diagnostic::isError);
  }

  static ArrayNode diagnostics(List<Diagnostic> diagnostics) {
    ArrayNode json = Json.mapper().createArrayNode();
    diagnostics.forEach(diagnostic -> json.add(diagnostic(diagnostic)));
    return json;
  }

  private static ObjectNode diagnostic(Diagnostic diagnostic) {
    ObjectNode json =
        Json.object()
            .put("code", diagnostic.code())
            .put("severity", diagnostic.severity().name().toLowerCase(Locale.ROOT))
            .put("path", diagnostic.path())
            .put("message", diagnostic.message());
    SourceSpan span = diagnostic.span();
    if (span != null) {
      json.put("line", span.line()).put("column", span.column()).put("file", span.file());
    }
    if (diagnostic.repair() != null) {
      json.set("diagnostic", diagnostic.repair().json());
    }
    return json;
  }

  static ObjectNode desiredRevision(Optional<Digest> configDigest) {
    ObjectNode json = Json.object();
    configDigest.ifPresent(digest -> json.put("config_digest", digest.hex()));
    return json;
  }

  static ObjectNode digests(Optional<DesiredState> desired) {
    ObjectNode json = Json.object();
    desired.ifPresent(
        state -> state.resources().forEach((address, resource) -> putDigest(json, resource)));
    return json;
  }

  private static void putDigest(ObjectNode json, Declared resource) {
    json.put(resource.address().toString(), String.valueOf(resource.digest()));
  }

  static ObjectNode digests(Ledger ledger) {
    ObjectNode json = Json.object();
    ledger
        .resources()
        .forEach((address, recorded) -> json.put(address.toString(), recorded.digest().hex()));
    return json;
  }

  /** Every edge from a resource to one that it depends on, sorted by both. */
  static ArrayNode dependencies(Optional<DesiredState> desired) {
    ArrayNode json = Json.mapper().createArrayNode();
    desired.ifPresent(state ->
        state
            .resources()
            .forEach((from, resource) ->
                resource
                    .dependsOn()
                    .forEach(to ->
                        json.addObject().put("from", from.toString()).put("to", to.toString()))));
    return json;
  }

  static ObjectNode statuses(Map<Address, ResourceStatus> statuses) {
    ObjectNode json = Json.object();
    statuses.forEach((address, status) -> json.set(address.toString(), status.json()));
    return json;
  }

  static ObjectNode byAddress(Map<Address, ? extends JsonNode> values) {
    ObjectNode json = Json.object();
    values.forEach((address, value) -> json.set(address.toString(), value));
    return json;
  }
}
