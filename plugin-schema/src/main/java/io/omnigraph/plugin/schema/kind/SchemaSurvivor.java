package io.omnigraph.plugin.schema.kind;

import io.omnigraph.api.Address;
import io.omnigraph.api.kind.ControlContext;
import io.omnigraph.api.kind.LookContext;
import io.omnigraph.api.kind.Observation.Found;
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

  /** Looks, and where the graph does not open to be read, leaves it to {@link #settle}. */
  Survivor classify(GraphIntent intent, LookContext context) {
    Seen seen = look(intent, context, LiveSchemas::openReadOnly);
    return seen.isOpen() ? seen.outcome() : new Survivor.Unfinished(seen.outcome());
  }

  /** The engine may have a recovery of its own to do, which only opening to write does. */
  Survivor.Settled settle(GraphIntent intent, ControlContext context) {
    return look(intent, context, (schemas, uri) -> schemas.open(uri, context.faults())).outcome();
  }

  /**
   * What was seen of a graph.
   *
   * @param isOpen whether the outcome rests upon more than a graph that does not open
   */
  private record Seen(Survivor.Settled outcome, boolean isOpen) {}

  /** How the schema of the graph at a root is opened. */
  private interface Opening {

    LiveSchema open(LiveSchemas schemas, String uri);
  }

  private Seen look(GraphIntent intent, LookContext context, Opening opening) {
    if (!GraphOfSchema.isGraphId(intent.id())) {
      String message =
          "an interrupted schema update names `" + intent.id() + "`, which is not a graph id";
      Diagnostic warning = Diagnostic.warning(PENDING, "graph." + intent.id(), message);
      return new Seen(new Survivor.Pending(warning, new TreeSet<>(), null), true);
    }
    GraphOfSchema graph = GraphOfSchema.of(intent.id(), context);
    Optional<LiveSchemas> installed = engine.get();
    if (installed.isEmpty()) {
      return new Seen(unverifiable(graph, "no graph engine is installed"), true);
    }
    try (LiveSchema live = opening.open(installed.get(), graph.uri())) {
      return new Seen(opened(graph, intent, live.accepted().digest(), context), true);
    } catch (LiveSchemaException e) {
      // A graph that is gone needs no recovery, and could never be created again if this stayed.
      return e.isMissing()
          ? new Seen(new Survivor.Retire(List.of()), true)
          : new Seen(unverifiable(graph, String.valueOf(e.getMessage())), false);
    } catch (UncheckedIOException e) {
      return new Seen(unverifiable(graph, String.valueOf(e.getMessage())), false);
    }
  }

  private static Survivor.Settled opened(
      GraphOfSchema graph, GraphIntent intent, Digest live, LookContext context) {
    Optional<Digest> recorded = context.recorded(graph.schema()).map(Recorded::digest);
    if (recorded.equals(Optional.of(live))) {
      return new Survivor.Retire(List.of());
    }
    if (live.hex().equals(intent.desiredSchema())) {
      TreeMap<Address, Found> found = new TreeMap<>();
      found.put(graph.schema(), new Found.Content(GraphIntent.recordedSchema(graph.graph(), live)));
      return new Survivor.RollForward(found);
    }
    String message =
        "the graph at "
            + graph.uri()
            + " has neither the recorded schema nor the one it was to be given; "
            + "run `cluster refresh` to record what is there";
    return pending(graph, message, ResourceStatus.drifted("actual_applied_state_pending", message));
  }

  private static Survivor.Settled unverifiable(GraphOfSchema graph, String reason) {
    return pending(
        graph,
        "it cannot be told whether the schema of the graph at %s was updated: %s"
            .formatted(graph.uri(), reason),
        null);
  }

  private static Survivor.Settled pending(
      GraphOfSchema graph, String message, @Nullable ResourceStatus status) {
    return new Survivor.Pending(
        Diagnostic.warning(PENDING, graph.graph().toString(), message),
        new TreeSet<>(Set.of(graph.graph(), graph.schema())),
        status);
  }
}
