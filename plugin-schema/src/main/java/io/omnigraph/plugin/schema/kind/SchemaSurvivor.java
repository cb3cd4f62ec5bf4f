package io.omnigraph.plugin.schema.kind;

import io.omnigraph.api.Address;
import io.omnigraph.api.kind.ControlContext;
import io.omnigraph.api.kind.Recorded;
import io.omnigraph.api.kind.ResourceStatus;
import io.omnigraph.api.kind.Survivor;
import io.omnigraph.graph.live.LiveSchema;
import io.omnigraph.graph.live.LiveSchemaException;
import io.omnigraph.graph.live.LiveSchemas;
import io.omnigraph.ground.Diagnostic;
import io.omnigraph.ground.Digest;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What became of a migration whose process died. Decided by the digest of the schema that the graph
 * has now, never by versions.
 */
final class SchemaSurvivor {

  private static final String PENDING = "cluster_recovery_pending";

  private final Supplier<Optional<LiveSchemas>> engine;

  SchemaSurvivor(Supplier<Optional<LiveSchemas>> engine) {
    this.engine = engine;
  }

  Survivor classify(GraphIntent intent, ControlContext context) {
    if (!GraphOfSchema.isGraphId(intent.id())) {
      String message =
          "an interrupted schema update names `" + intent.id() + "`, which is not a graph id";
      return new Survivor.Pending(
          Diagnostic.warning(PENDING, "graph." + intent.id(), message), new TreeSet<>(), null);
    }
    GraphOfSchema graph = GraphOfSchema.of(intent.id(), context);
    Optional<LiveSchemas> installed = engine.get();
    if (installed.isEmpty()) {
      return unverifiable(graph, "no graph engine is installed");
    }
    try {
      return opened(graph, intent, live(installed.get(), graph, context), context);
    } catch (LiveSchemaException e) {
      // A graph that is gone needs no recovery, and could never be created again if this stayed.
      return e.isMissing()
          ? new Survivor.Retire(List.of())
          : unverifiable(graph, String.valueOf(e.getMessage()));
    } catch (UncheckedIOException e) {
      return unverifiable(graph, String.valueOf(e.getMessage()));
    }
  }

  private static Digest live(LiveSchemas schemas, GraphOfSchema graph, ControlContext context) {
    try (LiveSchema live = schemas.openReadOnly(graph.uri())) {
      return live.accepted().digest();
    } catch (LiveSchemaException e) {
      if (e.isMissing()) {
        throw e;
      }
      // The engine may have a recovery of its own to do, which only opening to write does.
      try (LiveSchema live = schemas.open(graph.uri(), context.faults())) {
        return live.accepted().digest();
      }
    }
  }

  private static Survivor opened(
      GraphOfSchema graph, GraphIntent intent, Digest live, ControlContext context) {
    Optional<Digest> recorded = context.recorded(graph.schema()).map(Recorded::digest);
    if (recorded.equals(Optional.of(live))) {
      return new Survivor.Retire(List.of());
    }
    if (live.hex().equals(intent.desiredSchema())) {
      TreeMap<Address, Digest> found = new TreeMap<>();
      found.put(graph.schema(), live);
      return new Survivor.RollForward(found);
    }
    String message =
        "the graph at "
            + graph.uri()
            + " has neither the recorded schema nor the one it was to be given; "
            + "run `cluster refresh` to record what is there";
    return pending(graph, message, ResourceStatus.drifted("actual_applied_state_pending", message));
  }

  private static Survivor unverifiable(GraphOfSchema graph, String reason) {
    return pending(
        graph,
        "it cannot be told whether the schema of the graph at %s was updated: %s"
            .formatted(graph.uri(), reason),
        null);
  }

  private static Survivor pending(
      GraphOfSchema graph, String message, @Nullable ResourceStatus status) {
    return new Survivor.Pending(
        Diagnostic.warning(PENDING, graph.graph().toString(), message),
        new TreeSet<>(Set.of(graph.graph(), graph.schema())),
        status);
  }
}
