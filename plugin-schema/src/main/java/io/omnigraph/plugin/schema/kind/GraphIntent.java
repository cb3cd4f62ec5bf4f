package io.omnigraph.plugin.schema.kind;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omnigraph.api.Address;
import io.omnigraph.api.kind.Recorded;
import io.omnigraph.ground.Digest;
import io.omnigraph.ground.json.Json;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What an operation on a graph is about to do, as its recovery sidecar records it.
 *
 * @param id of the graph
 * @param uri its root
 * @param observedVersion of branch {@code main} before; absent when there is none, or it cannot be
 *     read
 * @param expectedVersion of branch {@code main} afterwards; absent until that is known
 * @param desiredSchema the digest of the schema that the graph is to have; empty for a removal
 */
public record GraphIntent(
    String id,
    String uri,
    @Nullable Long observedVersion,
    @Nullable Long expectedVersion,
    String desiredSchema) {

  private static final String GRAPH_ID = "graph_id";
  private static final String GRAPH_URI = "graph_uri";
  private static final String OBSERVED = "observed_manifest_version";
  private static final String EXPECTED = "expected_manifest_version";
  private static final String DESIRED_SCHEMA = "desired_schema_digest";

  /** The names of the fields, in the order in which they are written. */
  public static final List<String> FIELDS =
      List.of(GRAPH_ID, GRAPH_URI, OBSERVED, EXPECTED, DESIRED_SCHEMA);

  /** Reads what {@link #json} wrote. */
  public static GraphIntent read(ObjectNode json) {
    return new GraphIntent(
        json.path(GRAPH_ID).asText(),
        json.path(GRAPH_URI).asText(),
        json.path(OBSERVED).isIntegralNumber() ? json.path(OBSERVED).longValue() : null,
        json.path(EXPECTED).isIntegralNumber() ? json.path(EXPECTED).longValue() : null,
        json.path(DESIRED_SCHEMA).asText());
  }

  /** The fields, in their order. */
  public ObjectNode json() {
    ObjectNode json = Json.object();
    json.put(GRAPH_ID, id);
    json.put(GRAPH_URI, uri);
    json.put(OBSERVED, observedVersion);
    json.put(EXPECTED, expectedVersion);
    json.put(DESIRED_SCHEMA, desiredSchema);
    return json;
  }

  /** The whole ledger entry of the schema that a graph was found to have. */
  public static Recorded recordedSchema(Address graph, Digest live) {
    return new Recorded(live, Collections.emptySortedMap(), new TreeSet<>(Set.of(graph)));
  }

  /** The same intent, with the version that came of it. */
  public GraphIntent expecting(long version) {
    return new GraphIntent(id, uri, observedVersion, version, desiredSchema);
  }
}
