package io.omnigraph.core.samplekinds;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omnigraph.api.Address;
import io.omnigraph.api.kind.Change;
import io.omnigraph.api.kind.ControlContext;
import io.omnigraph.api.kind.Declared;
import io.omnigraph.api.kind.FencedOperation;
import io.omnigraph.api.kind.LookContext;
import io.omnigraph.api.kind.Observation.Found;
import io.omnigraph.api.kind.Recorded;
import io.omnigraph.api.kind.ResourceStatus;
import io.omnigraph.api.kind.Survivor;
import io.omnigraph.ground.Diagnostic;
import io.omnigraph.ground.Digest;
import io.omnigraph.ground.json.Json;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the fenced operations on {@link StoredGraph}s have in common. */
abstract class GraphOperation implements FencedOperation {

  private final String name;

  GraphOperation(String name) {
    this.name = name;
  }

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final Address subject(ObjectNode intent) {
    return graph(id(intent));
  }

  @Override
  public final List<String> intentFields() {
    return List.of(
        "graph_id",
        "graph_uri",
        "observed_manifest_version",
        "expected_manifest_version",
        "desired_schema_digest");
  }

  static Address graph(String id) {
    return new Address("graph", id);
  }

  static Address schema(String id) {
    return new Address("schema", id);
  }

  static String id(ObjectNode intent) {
    return intent.path("graph_id").asText();
  }

  static StoredGraph stored(ObjectNode intent, LookContext context) {
    return new StoredGraph(context.storage(), id(intent));
  }

  static ObjectNode intent(StoredGraph graph, String desired) {
    return Json.object()
        .put("graph_id", graph.id())
        .put("graph_uri", graph.uri())
        .putNull("observed_manifest_version")
        .putNull("expected_manifest_version")
        .put("desired_schema_digest", desired);
  }

  static ObjectNode done(ObjectNode intent) {
    return intent.deepCopy().put("expected_manifest_version", 1);
  }

  static String desiredSource(Change change, ControlContext context) {
    return context
        .declared(schema(change.address().name()))
        .map(Declared::source)
        .orElseThrow(IllegalStateException::new)
        .text();
  }

  final Diagnostic failure(Address address, String message) {
    return Diagnostic.error(name + "_failed", address.toString(), message);
  }

  static Recorded recordedSchema(String id, Digest live) {
    return new Recorded(live, new TreeMap<>(), new TreeSet<>(List.of(graph(id))));
  }

  static SortedSet<Address> both(String id) {
    return new TreeSet<>(List.of(graph(id), schema(id)));
  }

  static Survivor pending(String id, String message) {
    return new Survivor.Pending(
        Diagnostic.warning("cluster_recovery_pending", graph(id).toString(), message),
        both(id),
        ResourceStatus.drifted("actual_applied_state_pending", message));
  }

  /** The rows that creations and schema updates share. */
  static Survivor opened(ObjectNode intent, Digest live, LookContext context) {
    String id = id(intent);
    Optional<Digest> recorded = context.recorded(schema(id)).map(Recorded::digest);
    if (recorded.equals(Optional.of(live))) {
      return new Survivor.Retire(List.of());
    }
    if (live.hex().equals(intent.path("desired_schema_digest").asText())) {
      TreeMap<Address, Found> found = new TreeMap<>();
      found.put(schema(id), new Found.Content(recordedSchema(id, live)));
      return new Survivor.RollForward(found);
    }
    return pending(id, "the graph has a schema that nobody asked for");
  }
}
