package io.omnigraph.core.samplekinds;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omnigraph.api.kind.Change;
import io.omnigraph.api.kind.ControlContext;
import io.omnigraph.api.kind.LookContext;
import io.omnigraph.api.kind.Survivor;
import io.omnigraph.ground.Diagnostic;
import io.omnigraph.ground.Digest;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Gives a {@link StoredGraph} another schema; refuses one that says {@code unsupported}. */
final class SchemaApply extends GraphOperation {

  SchemaApply() {
    super("schema_apply");
  }

  @Override
  public Preparation prepare(Change change, ControlContext context) {
    StoredGraph graph = new StoredGraph(context.storage(), change.address().name());
    String desired = desiredSource(change, context);
    if (graph.schema().isEmpty()) {
      return new Preparation.Refused(failure(change.address(), "the graph does not open"));
    }
    if (desired.contains("unsupported")) {
      return new Preparation.Refused(
          failure(change.address(), "the type of a property cannot be changed"));
    }
    return new Preparation.Ready(intent(graph, Digest.of(desired).hex()));
  }

  @Override
  public Result execute(Change change, ObjectNode intent, ControlContext context) {
    String desired = desiredSource(change, context);
    if (desired.contains("late failure")) {
      return new Result.Failed(failure(change.address(), "it stopped half-way"));
    }
    stored(intent, context).accept(desired, context.storage());
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
    return new Survivor.Pending(
        Diagnostic.warning(
            "cluster_recovery_pending", subject(intent).toString(), "the graph does not open"),
        new TreeSet<>(),
        null);
  }
}
