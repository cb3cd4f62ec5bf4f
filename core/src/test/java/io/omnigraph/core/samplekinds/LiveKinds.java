package io.omnigraph.core.samplekinds;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omnigraph.api.Address;
import io.omnigraph.api.kind.Change;
import io.omnigraph.api.kind.Declared;
import io.omnigraph.api.kind.FencedOperation;
import io.omnigraph.api.kind.LookContext;
import io.omnigraph.api.kind.Observation;
import io.omnigraph.api.kind.Observation.Finding;
import io.omnigraph.api.kind.Observation.Found;
import io.omnigraph.api.kind.Operation;
import io.omnigraph.api.kind.Preview;
import io.omnigraph.api.kind.ResourceKind;
import io.omnigraph.ground.Diagnostic;
import io.omnigraph.ground.Digest;
import io.omnigraph.ground.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The sample kinds, with graphs that really come and go: {@link StoredGraph}s. */
public final class LiveKinds {

  private LiveKinds() {}

  /** All four, and more. */
  public static List<ResourceKind> and(ResourceKind... more) {
    List<ResourceKind> kinds =
        new ArrayList<>(
            List.of(new LiveSchema(), new LiveGraph(), new SampleQuery(), new SamplePolicy()));
    kinds.addAll(List.of(more));
    return kinds;
  }

  private static final class LiveGraph extends SampleGraph {

    @Override
    public SortedMap<Operation, FencedOperation> fencedOperations() {
      SortedMap<Operation, FencedOperation> operations = new TreeMap<>();
      operations.put(Operation.CREATE, new GraphCreate());
      operations.put(Operation.DELETE, new GraphDelete());
      return operations;
    }

    @Override
    public Optional<Observation> observe(Declared resource, LookContext context) {
      StoredGraph graph = new StoredGraph(context.storage(), resource.address().name());
      ObjectNode record =
          Json.object()
              .put("kind", "graph")
              .put("address", resource.address().toString())
              .put("graph_uri", graph.uri())
              .put("observed_at", context.clock().instant().toString())
              .put("exists", graph.exists());
      return Optional.of(new Observation(record, findings(resource.address(), graph, context)));
    }

    private static List<Finding> findings(Address address, StoredGraph graph, LookContext context) {
      Address schema = new Address("schema", address.name());
      Optional<Digest> live = graph.live();
      if (live.isPresent()) {
        Optional<Digest> desired = context.declared(schema).map(Declared::digest);
        Found content =
            new Found.Content(GraphOperation.recordedSchema(address.name(), live.get()));
        if (desired.equals(live)) {
          return List.of(
              new Finding.AsDeclared(address, Found.Composite.plain()),
              new Finding.AsDeclared(schema, content));
        }
        String message = "the live schema is not the declared one";
        return List.of(
            new Finding.Drifted(address, Found.Composite.plain(), "schema_mismatch", message),
            new Finding.Drifted(schema, content, "schema_mismatch", message));
      }
      if (!graph.exists()) {
        return List.of(
            new Finding.Missing(address, "graph_missing", "the root is missing"),
            new Finding.Missing(schema, "graph_missing", "the root is missing"));
      }
      return List.of(
          new Finding.Unreadable(address, "graph_observation_error", "the graph does not open"),
          new Finding.Unreadable(schema, "graph_observation_error", "the graph does not open"));
    }
  }

  private static final class LiveSchema extends SampleSchema {

    @Override
    public SortedMap<Operation, FencedOperation> fencedOperations() {
      SortedMap<Operation, FencedOperation> operations = new TreeMap<>();
      operations.put(Operation.UPDATE, new SchemaApply());
      return operations;
    }

    @Override
    public Optional<Preview> preview(Change change, LookContext context) {
      if (change.operation() != Operation.UPDATE) {
        return Optional.empty();
      }
      StoredGraph graph = new StoredGraph(context.storage(), change.address().name());
      if (graph.schema().isEmpty()) {
        return Optional.of(
            new Preview(
                "migration",
                null,
                List.of(),
                List.of(
                    Diagnostic.warning(
                        "schema_preview_unavailable",
                        change.address().toString(),
                        "the graph does not open"))));
      }
      ObjectNode migration = Json.object().put("supported", true);
      migration.putArray("steps");
      return Optional.of(new Preview("migration", migration, List.of("no steps"), List.of()));
    }
  }
}
