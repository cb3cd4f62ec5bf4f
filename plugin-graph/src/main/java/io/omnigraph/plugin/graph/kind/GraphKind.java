package io.omnigraph.plugin.graph.kind;

import io.omnigraph.api.Address;
import io.omnigraph.api.config.ConfigEntry;
import io.omnigraph.api.config.ConfigKey;
import io.omnigraph.api.config.ConfigShape;
import io.omnigraph.api.kind.DeclareContext;
import io.omnigraph.api.kind.Declared;
import io.omnigraph.api.kind.Execution;
import io.omnigraph.api.kind.FencedOperation;
import io.omnigraph.api.kind.LookContext;
import io.omnigraph.api.kind.Observation;
import io.omnigraph.api.kind.Operation;
import io.omnigraph.api.kind.ResourceKind;
import io.omnigraph.graph.GraphIds;
import io.omnigraph.ground.Diagnostic;
import io.omnigraph.ground.Digest;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Graphs as resources. The digest of one is composed of those of its parts, its schema first; the
 * schema itself is declared, migrated and previewed by a kind of its own.
 */
public final class GraphKind implements ResourceKind {

  /** The kind's name. */
  public static final String NAME = "graph";

  private static final String SECTION = "graphs";

  /** Made by the service loader. */
  public GraphKind() {}

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<ConfigKey> keys() {
    ConfigShape.FieldsOf nothingOfItsOwn = new ConfigShape.FieldsOf(List.of());
    return List.of(ConfigKey.section(SECTION, nothingOfItsOwn).writtenWhenAbsent("{}"));
  }

  @Override
  public void declare(ConfigEntry entry, DeclareContext context) {
    String id = entry.name();
    if (!GraphIds.isUsable(id)) {
      context.report(
          Diagnostic.error("invalid_resource_id", entry.path(), complaint(id))
              .at(entry.fields().span()));
    }
    context.declaredOf(NAME).stream()
        .map(other -> other.address().head())
        .filter(other -> other.equalsIgnoreCase(id))
        .findFirst()
        .ifPresent(other ->
            context.report(
                Diagnostic.error("invalid_resource_id", entry.path(), sameDirectory(id, other))
                    .at(entry.fields().span())));
    if (GraphIds.isWellFormed(id)) {
      context.declare(Declared.composite(new Address(NAME, id)));
    }
  }

  private static String sameDirectory(String id, String other) {
    return "the graph ids `%s` and `%s` differ only in case, and are one directory on some systems;"
            .formatted(other, id)
        + " choose another one";
  }

  private static String complaint(String id) {
    return GraphIds.isReserved(id)
        ? "the graph id `" + id + "` is a word of the server's own routes; choose another one"
        : "the graph id `"
            + id
            + "` is not a letter or `_` followed by at most 63 letters, digits, `_` and `-`";
  }

  @Override
  public Execution execution(Operation operation) {
    return switch (operation) {
      case CREATE, DELETE -> Execution.FENCED;
      case UPDATE -> Execution.DERIVED;
    };
  }

  @Override
  public Optional<String> approvalReason(Operation operation) {
    return operation == Operation.DELETE
        ? Optional.of("delete may remove a deployed graph or schema definition")
        : Optional.empty();
  }

  @Override
  public SortedMap<Operation, FencedOperation> fencedOperations() {
    SortedMap<Operation, FencedOperation> operations = new TreeMap<>();
    operations.put(Operation.CREATE, new GraphCreation());
    operations.put(Operation.DELETE, new GraphDeletion());
    return operations;
  }

  @Override
  public Optional<Digest> compose(Address address, SortedMap<Address, Digest> owned) {
    return Optional.of(CompositeDigest.of(address, owned));
  }

  @Override
  public Optional<Observation> observe(Declared resource, LookContext context) {
    return Optional.of(GraphObservation.of(resource.address().name(), context));
  }
}
