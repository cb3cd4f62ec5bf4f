package io.omnigraph.plugin.graph.kind;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omnigraph.api.Address;
import io.omnigraph.api.kind.Change;
import io.omnigraph.api.kind.ControlContext;
import io.omnigraph.api.kind.FencedOperation;
import io.omnigraph.api.kind.LookContext;
import io.omnigraph.api.kind.Survivor;
import io.omnigraph.graph.GraphIds;
import io.omnigraph.graph.GraphRoot;
import io.omnigraph.ground.Diagnostic;
import io.omnigraph.plugin.schema.kind.GraphIntent;
import java.io.UncheckedIOException;
import java.util.List;

/** Removes a graph with everything below its root (docs/reference/cluster.md §14.3 and §19.3). */
final class GraphDeletion implements FencedOperation {

  private static final String NO_SCHEMA = "";

  @Override
  public String name() {
    return "graph_delete";
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
    if (!GraphIds.isWellFormed(graph.name())) {
      return new Preparation.Refused(failure(graph, "its name is not a graph id"));
    }
    GraphPlace root = new GraphPlace(context.storage(), graph.name());
    Long version = root.look() instanceof GraphRoot.Open(_, long found) ? found : null;
    return new Preparation.Ready(
        new GraphIntent(root.id(), root.uri(), version, null, NO_SCHEMA).json());
  }

  @Override
  public Result execute(Change change, ObjectNode intent, ControlContext context) {
    try {
      new GraphPlace(context.storage(), change.address().name()).remove(context.storage());
      return new Result.Done(intent);
    } catch (UncheckedIOException e) {
      return new Result.Failed(failure(change.address(), String.valueOf(e.getMessage())));
    }
  }

  @Override
  public Survivor classify(ObjectNode intent, LookContext context) {
    Address graph = subject(intent);
    if (GraphIds.isWellFormed(graph.name())
        && new GraphPlace(context.storage(), graph.name()).exists()) {
      return new Survivor.Retire(
          List.of(
              Diagnostic.warning(
                  "graph_delete_incomplete",
                  graph.toString(),
                  "the removal of the graph `"
                      + graph.name()
                      + "` was interrupted; it is planned again")));
    }
    return context.recorded(graph).isPresent()
        ? new Survivor.RollForwardDelete()
        : new Survivor.Retire(List.of());
  }

  private static Diagnostic failure(Address graph, String reason) {
    return Diagnostic.error(
        "graph_delete_failed",
        graph.toString(),
        "the graph `" + graph.name() + "` was not removed: " + reason);
  }
}
