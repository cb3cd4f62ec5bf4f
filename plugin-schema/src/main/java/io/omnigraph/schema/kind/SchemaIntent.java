package io.omnigraph.schema.kind;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omnigraph.api.json.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a recovery sidecar says of a migration (cluster specification, section 10).
 *
 * @param graphId the graph
 * @param graphUri its root
 * @param observedVersion of branch {@code main} before; for people only
 * @param expectedVersion of branch {@code main} afterwards; absent until that is known
 * @param desiredDigest of the schema that the graph is to have
 */
record SchemaIntent(
    String graphId,
    String graphUri,
    @Nullable Long observedVersion,
    @Nullable Long expectedVersion,
    String desiredDigest) {

  private static final String GRAPH_ID = "graph_id";
  private static final String GRAPH_URI = "graph_uri";
  private static final String OBSERVED = "observed_manifest_version";
  private static final String EXPECTED = "expected_manifest_version";
  private static final String DESIRED = "desired_schema_digest";

  static final List<String> FIELDS = List.of(GRAPH_ID, GRAPH_URI, OBSERVED, EXPECTED, DESIRED);

  static SchemaIntent read(ObjectNode json) {
    return new SchemaIntent(
        json.path(GRAPH_ID).asText(),
        json.path(GRAPH_URI).asText(),
        version(json.path(OBSERVED)),
        version(json.path(EXPECTED)),
        json.path(DESIRED).asText());
  }

  private static @Nullable Long version(JsonNode json) {
    return json.isIntegralNumber() ? json.longValue() : null;
  }

  SchemaIntent expecting(long version) {
    return new SchemaIntent(graphId, graphUri, observedVersion, version, desiredDigest);
  }

  ObjectNode json() {
    return Json.object()
        .put(GRAPH_ID, graphId)
        .put(GRAPH_URI, graphUri)
        .put(OBSERVED, observedVersion)
        .put(EXPECTED, expectedVersion)
        .put(DESIRED, desiredDigest);
  }
}
