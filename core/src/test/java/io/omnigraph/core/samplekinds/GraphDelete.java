package io.omnigraph.core.samplekinds;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omnigraph.api.kind.Change;
import io.omnigraph.api.kind.ControlContext;
import io.omnigraph.api.kind.LookContext;
import io.omnigraph.api.kind.Survivor;
import io.omnigraph.ground.Diagnostic;
import java.io.UncheckedIOException;
import java.util.List;

/** Removes a {@link StoredGraph}. */
final class GraphDelete extends GraphOperation {

  GraphDelete() {
    super("graph_delete");
  }

  @Override
  public Preparation prepare(Change change, ControlContext context) {
    StoredGraph graph = new StoredGraph(context.storage(), change.address().name());
    return new Preparation.Ready(intent(graph, ""));
  }

  @Override
  public Result execute(Change change, ObjectNode intent, ControlContext context) {
    try {
      stored(intent, context).remove(context.storage());
      return new Result.Done(intent);
    } catch (UncheckedIOException e) {
      return new Result.Failed(failure(change.address(), String.valueOf(e.getMessage())));
    }
  }

  @Override
  public Survivor classify(ObjectNode intent, LookContext context) {
    if (stored(intent, context).exists()) {
      return new Survivor.Retire(
          List.of(
              Diagnostic.warning(
                  "graph_delete_incomplete",
                  subject(intent).toString(),
                  "the graph is still there; the deletion is proposed again")));
    }
    return context.recorded(subject(intent)).isPresent()
        ? new Survivor.RollForwardDelete()
        : new Survivor.Retire(List.of());
  }
}
