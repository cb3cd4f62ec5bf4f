package io.omnigraph.plugin.graph.kind;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omnigraph.api.Address;
import io.omnigraph.api.kind.Declared;
import io.omnigraph.api.kind.LookContext;
import io.omnigraph.api.kind.Observation;
import io.omnigraph.api.kind.Observation.Finding;
import io.omnigraph.api.kind.Observation.Found;
import io.omnigraph.graph.GraphRoot;
import io.omnigraph.ground.Digest;
import io.omnigraph.ground.json.Json;
import io.omnigraph.plugin.schema.kind.GraphIntent;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks at a graph and the schema it has (docs/reference/cluster.md §6.1 and §17.1). */
final class GraphObservation {

  private static final String MISSING = "graph root is missing";

  private final Address graph;
  private final Address schema;
  private final LookContext context;
  private final GraphPlace root;

  private GraphObservation(String id, LookContext context) {
    this.graph = GraphPlace.graphAddress(id);
    this.schema = GraphPlace.schemaAddress(id);
    this.context = context;
    this.root = new GraphPlace(context.storage(), id);
  }

  static Observation of(String id, LookContext context) {
    return new GraphObservation(id, context).observe();
  }

  private Observation observe() {
    return switch (root.look()) {
      case GraphRoot.Absent _ -> missing();
      case GraphRoot.Open(Digest live, long version) -> open(version, live);
      case GraphRoot.Unreadable(String reason) -> unopenable(reason);
      case GraphRoot.Partial _ -> unopenable("the creation of the graph has not ended");
    };
  }

  private Observation missing() {
    return new Observation(
        record(false, null, null, false, MISSING),
        List.of(
            new Finding.Missing(graph, "graph_missing", MISSING),
            new Finding.Missing(schema, "graph_missing", MISSING)));
  }

  private Observation unopenable(String reason) {
    String condition = "graph_observation_error";
    return new Observation(
        record(true, null, null, null, reason),
        List.of(
            new Finding.Unreadable(graph, condition, reason),
            new Finding.Unreadable(schema, condition, reason)));
  }

  private Observation open(long version, Digest live) {
    boolean isAsDeclared = desired().equals(Optional.of(live));
    return new Observation(
        record(true, version, live.hex(), isAsDeclared, null),
        List.of(
            finding(graph, Found.Composite.plain(), isAsDeclared),
            finding(
                schema, new Found.Content(GraphIntent.recordedSchema(graph, live)), isAsDeclared)));
  }

  private static Finding finding(Address address, Found found, boolean isAsDeclared) {
    return isAsDeclared
        ? new Finding.AsDeclared(address, found)
        : new Finding.Drifted(
            address,
            found,
            "schema_mismatch",
            "the graph's schema is not the declared one; `cluster plan` shows the way back");
  }

  private Optional<Digest> desired() {
    return context.declared(schema).flatMap(GraphObservation::digestOf);
  }

  private static Optional<Digest> digestOf(Declared declared) {
    return Optional.ofNullable(declared.digest());
  }

  private ObjectNode record(
      boolean exists,
      @Nullable Long version,
      @Nullable String live,
      @Nullable Boolean isAsDeclared,
      @Nullable String error) {
    ObjectNode json = Json.object();
    json.put("kind", GraphKind.NAME);
    json.put("address", graph.toString());
    json.put("graph_uri", root.uri());
    json.put("observed_at", context.clock().instant().toString());
    json.put("exists", exists);
    json.put("manifest_version", version);
    json.put("schema_digest", live);
    json.put("desired_schema_digest", desired().map(Digest::hex).orElse(null));
    json.put("schema_matches_desired", isAsDeclared);
    json.put("error", error);
    return json;
  }
}
