package io.omnigraph.plugin.graph.kind;

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
import io.omnigraph.graph.Graph;
import io.omnigraph.graph.GraphException;
import io.omnigraph.graph.GraphIds;
import io.omnigraph.graph.GraphRoot;
import io.omnigraph.graph.snapshot.ReadTarget;
import io.omnigraph.ground.Diagnostic;
import io.omnigraph.ground.Digest;
import io.omnigraph.plugin.schema.ProcessEngine;
import io.omnigraph.plugin.schema.kind.GraphIntent;
import io.omnigraph.schema.catalog.Schema;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Creates a graph with its declared schema (docs/reference/cluster.md §14.3 and §19.1). */
final class GraphCreation implements FencedOperation {

  private static final String FAILED = "graph_create_failed";
  private static final String INCOMPLETE = "graph_create_incomplete";
  private static final String PENDING = "cluster_recovery_pending";

  @Override
  public String name() {
    return "graph_create";
  }

  @Override
  public List<String> intentFields() {
    return GraphIntent.FIELDS;
  }

  @Override
  public Address subject(ObjectNode intent) {
    return GraphPlace.graphAddress(GraphIntent.read(intent).id());
  }

  @Override
  public Preparation prepare(Change change, ControlContext context) {
    Address graph = change.address();
    Optional<Schema> schema = declaredSchema(graph, context);
    if (schema.isEmpty()) {
      return new Preparation.Refused(failure(graph, "its schema is not declared, or is wrong"));
    }
    GraphPlace root = new GraphPlace(context.storage(), graph.name());
    String digest = schema.get().digest().hex();
    return new Preparation.Ready(new GraphIntent(root.id(), root.uri(), null, null, digest).json());
  }

  @Override
  public Result execute(Change change, ObjectNode intent, ControlContext context) {
    Address graph = change.address();
    Schema schema =
        declaredSchema(graph, context)
            .orElseThrow(() -> new IllegalStateException(graph + " was prepared with a schema"));
    GraphIntent begun = GraphIntent.read(intent);
    try (Graph created =
        ProcessEngine.get().create(begun.uri(), schema, context.actor(), context.faults())) {
      long version = created.snapshot(ReadTarget.main()).commit().version();
      return new Result.Done(begun.expecting(version).json());
    } catch (GraphException | UncheckedIOException e) {
      return new Result.Failed(failure(graph, String.valueOf(e.getMessage())));
    }
  }

  @Override
  public Survivor classify(ObjectNode intent, LookContext context) {
    GraphIntent begun = GraphIntent.read(intent);
    if (!GraphIds.isWellFormed(begun.id())) {
      return new Survivor.Pending(
          Diagnostic.warning(
              PENDING,
              subject(intent).toString(),
              "an interrupted creation names `" + begun.id() + "`, which is not a graph id"),
          new TreeSet<>(),
          null);
    }
    GraphPlace root = new GraphPlace(context.storage(), begun.id());
    return switch (root.look()) {
      case GraphRoot.Absent _ -> new Survivor.Retire(List.of());
      case GraphRoot.Open(Digest live, _) -> opened(begun, live, context);
      case GraphRoot.Partial _ -> unopened(root, "the creation of the graph has not ended");
      case GraphRoot.Unreadable(String reason) -> unopened(root, reason);
    };
  }

  /** What only an interrupted creation can have written goes, and the graph is created anew. */
  private static Survivor unopened(GraphPlace root, String reason) {
    try {
      return ProcessEngine.get().isLeftByCreation(root.uri())
          ? new Survivor.Unfinished(removed(root))
          : incomplete(root, reason);
    } catch (UncheckedIOException e) {
      return incomplete(root, String.valueOf(e.getMessage()));
    }
  }

  @Override
  public Survivor.Settled settle(ObjectNode intent, ControlContext context) {
    GraphPlace root = new GraphPlace(context.storage(), GraphIntent.read(intent).id());
    return switch (classify(intent, context)) {
      case Survivor.Settled settled -> settled;
      case Survivor.Unfinished(var expected) -> {
        try {
          ProcessEngine.get().removeLeftByCreation(root.uri());
          yield expected;
        } catch (UncheckedIOException e) {
          yield incomplete(root, String.valueOf(e.getMessage()));
        }
      }
    };
  }

  private static Survivor.Settled removed(GraphPlace root) {
    return new Survivor.Retire(
        List.of(
            Diagnostic.warning(
                INCOMPLETE,
                GraphPlace.graphAddress(root.id()).toString(),
                "removed what an interrupted creation of the graph left at " + root.uri())));
  }

  private static Survivor opened(GraphIntent begun, Digest live, LookContext context) {
    Address graph = GraphPlace.graphAddress(begun.id());
    Address schema = GraphPlace.schemaAddress(begun.id());
    Optional<Digest> recorded = context.recorded(schema).map(Recorded::digest);
    if (recorded.equals(Optional.of(live))) {
      return new Survivor.Retire(List.of());
    }
    if (live.hex().equals(begun.desiredSchema())) {
      TreeMap<Address, Found> found = new TreeMap<>();
      found.put(graph, Found.Composite.plain());
      found.put(schema, new Found.Content(GraphIntent.recordedSchema(graph, live)));
      return new Survivor.RollForward(found);
    }
    String message =
        "the graph at "
            + begun.uri()
            + " has neither the recorded schema nor the one it was to be created with; "
            + "run `cluster refresh` to record what is there";
    return pending(
        Diagnostic.warning(PENDING, graph.toString(), message),
        begun.id(),
        ResourceStatus.drifted("actual_applied_state_pending", message));
  }

  private static Survivor.Settled incomplete(GraphPlace root, String reason) {
    String message =
        "what is at %s does not open as a graph (%s); move it away and run `cluster apply` again"
            .formatted(root.uri(), reason);
    return pending(
        Diagnostic.error(INCOMPLETE, GraphPlace.graphAddress(root.id()).toString(), message),
        root.id(),
        ResourceStatus.error(INCOMPLETE, message));
  }

  private static Survivor.Settled pending(Diagnostic diagnostic, String id, ResourceStatus status) {
    return new Survivor.Pending(
        diagnostic,
        new TreeSet<>(Set.of(GraphPlace.graphAddress(id), GraphPlace.schemaAddress(id))),
        status);
  }

  private static Optional<Schema> declaredSchema(Address graph, ControlContext context) {
    return context
        .declared(GraphPlace.schemaAddress(graph.name()))
        .flatMap((Declared schema) -> schema.model(Schema.class));
  }

  private static Diagnostic failure(Address graph, String reason) {
    return Diagnostic.error(
        FAILED, graph.toString(), "the graph `" + graph.name() + "` was not created: " + reason);
  }
}
