package io.omnigraph.core.samplekinds;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omnigraph.api.kind.Change;
import io.omnigraph.api.kind.ControlContext;
import io.omnigraph.api.kind.LookContext;
import io.omnigraph.api.kind.ResourceStatus;
import io.omnigraph.api.kind.Survivor;
import io.omnigraph.ground.Diagnostic;
import io.omnigraph.ground.Digest;
import java.util.List;
import java.util.Optional;

/** Creates a {@link StoredGraph}. */
final class GraphCreate extends GraphOperation {

  GraphCreate() {
    super("graph_create");
  }

  @Override
  public Preparation prepare(Change change, ControlContext context) {
    StoredGraph graph = new StoredGraph(context.storage(), change.address().name());
    return new Preparation.Ready(intent(graph, Digest.of(desiredSource(change, context)).hex()));
  }

  @Override
  public Result execute(Change change, ObjectNode intent, ControlContext context) {
    StoredGraph graph = stored(intent, context);
    if (graph.exists()) {
      return new Result.Failed(failure(change.address(), "something is there already"));
    }
    graph.begin(context.storage());
    context.faults().reached("sample.graph_begun");
    graph.accept(desiredSource(change, context), context.storage());
    return new Result.Done(done(intent));
  }

  @Override
  public Survivor classify(ObjectNode intent, LookContext context) {
    StoredGraph graph = stored(intent, context);
    Optional<Digest> live = graph.live();
    if (live.isPresent()) {
      return opened(intent, live.get(), context);
    }
    if (!graph.exists()) {
      return new Survivor.Retire(List.of());
    }
    if (graph.holdsOnlyUnfinished()) {
      return new Survivor.Unfinished(new Survivor.Retire(List.of()));
    }
    String message = "the graph does not open; remove its root and apply again";
    return new Survivor.Pending(
        Diagnostic.error("graph_create_incomplete", subject(intent).toString(), message),
        both(graph.id()),
        ResourceStatus.error("graph_create_incomplete", message));
  }

  @Override
  public Survivor.Settled settle(ObjectNode intent, ControlContext context) {
    stored(intent, context).remove(context.storage());
    return new Survivor.Retire(List.of());
  }
}
