package io.omnigraph.plugin.schema.kind;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omnigraph.api.Address;
import io.omnigraph.api.kind.Change;
import io.omnigraph.api.kind.ControlContext;
import io.omnigraph.api.kind.FencedOperation;
import io.omnigraph.api.kind.LookContext;
import io.omnigraph.api.kind.Survivor;
import io.omnigraph.graph.live.LiveSchema;
import io.omnigraph.graph.live.LiveSchema.Outcome;
import io.omnigraph.graph.live.LiveSchemaException;
import io.omnigraph.graph.live.LiveSchemas;
import io.omnigraph.ground.Diagnostic;
import io.omnigraph.schema.catalog.Schema;
import io.omnigraph.schema.migration.MigrationStep.DropMode;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Migrates a live graph to its declared schema, with soft drops only (docs/reference/cluster.md
 * §14.3 and §19.2).
 */
final class SchemaApply implements FencedOperation {

  private static final String FAILED = "schema_apply_failed";

  private final Supplier<Optional<LiveSchemas>> engine;
  private final SchemaSurvivor survivor;

  SchemaApply(Supplier<Optional<LiveSchemas>> engine) {
    this.engine = engine;
    this.survivor = new SchemaSurvivor(engine);
  }

  @Override
  public String name() {
    return "schema_apply";
  }

  @Override
  public List<String> intentFields() {
    return GraphIntent.FIELDS;
  }

  @Override
  public Address subject(ObjectNode intent) {
    return new Address(SchemaKind.NAME, GraphIntent.read(intent).id());
  }

  @Override
  public Preparation prepare(Change change, ControlContext context) {
    Address address = change.address();
    Optional<Schema> desired = desired(change);
    Optional<LiveSchemas> installed = engine.get();
    if (desired.isEmpty()) {
      return new Preparation.Refused(failure(address, "the declared schema does not compile"));
    }
    if (installed.isEmpty()) {
      return new Preparation.Refused(failure(address, "no graph engine is installed"));
    }
    GraphOfSchema graph = GraphOfSchema.of(address, context);
    // Opening to write lets the engine settle what an earlier process left behind.
    try (LiveSchema live = installed.get().open(graph.uri(), context.faults())) {
      Optional<String> refusal = live.plan(desired.get(), DropMode.SOFT).refusal();
      if (refusal.isPresent()) {
        return new Preparation.Refused(failure(address, refusal.get()));
      }
      String digest = desired.get().digest().hex();
      return new Preparation.Ready(
          new GraphIntent(graph.id(), graph.uri(), live.manifestVersion(), null, digest).json());
    } catch (LiveSchemaException | UncheckedIOException e) {
      return new Preparation.Refused(failure(address, String.valueOf(e.getMessage())));
    }
  }

  @Override
  public Result execute(Change change, ObjectNode intent, ControlContext context) {
    Address address = change.address();
    GraphIntent begun = GraphIntent.read(intent);
    Schema desired =
        desired(change)
            .orElseThrow(() -> new IllegalStateException(address + " was prepared with a schema"));
    LiveSchemas schemas =
        engine
            .get()
            .orElseThrow(() -> new IllegalStateException(address + " was prepared with an engine"));
    try (LiveSchema live = schemas.open(begun.uri(), context.faults())) {
      return migrate(live, desired, begun, context);
    } catch (LiveSchemaException | UncheckedIOException e) {
      return new Result.Refused(failure(address, String.valueOf(e.getMessage())));
    }
  }

  private static Result migrate(
      LiveSchema live, Schema desired, GraphIntent begun, ControlContext context) {
    Address address = new Address(SchemaKind.NAME, begun.id());
    try {
      // The graph may have moved since it was looked at, so the engine plans anew.
      return switch (live.apply(desired, DropMode.SOFT, context.actor())) {
        case Outcome.Applied applied ->
            new Result.Done(begun.expecting(applied.manifestVersion()).json());
        case Outcome.Refused(String reason) -> new Result.Refused(failure(address, reason));
        case Outcome.Conflict(String reason) -> new Result.Refused(failure(address, reason));
      };
    } catch (LiveSchemaException | UncheckedIOException e) {
      // It broke off in the middle, so the graph has to be looked at.
      return new Result.Failed(failure(address, String.valueOf(e.getMessage())));
    }
  }

  @Override
  public Survivor classify(ObjectNode intent, LookContext context) {
    return survivor.classify(GraphIntent.read(intent), context);
  }

  @Override
  public Survivor.Settled settle(ObjectNode intent, ControlContext context) {
    return survivor.settle(GraphIntent.read(intent), context);
  }

  private static Optional<Schema> desired(Change change) {
    return change instanceof Change.Update update
        ? update.desired().model(Schema.class)
        : Optional.empty();
  }

  private static Diagnostic failure(Address address, String reason) {
    return Diagnostic.error(FAILED, address.toString(), reason);
  }
}
