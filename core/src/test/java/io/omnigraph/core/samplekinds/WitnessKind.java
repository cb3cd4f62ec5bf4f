package io.omnigraph.core.samplekinds;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omnigraph.api.Address;
import io.omnigraph.api.config.ConfigEntry;
import io.omnigraph.api.config.ConfigKey;
import io.omnigraph.api.config.ConfigShape;
import io.omnigraph.api.kind.Change;
import io.omnigraph.api.kind.ControlContext;
import io.omnigraph.api.kind.DeclareContext;
import io.omnigraph.api.kind.Declared;
import io.omnigraph.api.kind.Execution;
import io.omnigraph.api.kind.FencedOperation;
import io.omnigraph.api.kind.LookContext;
import io.omnigraph.api.kind.Operation;
import io.omnigraph.api.kind.Recorded;
import io.omnigraph.api.kind.ResourceKind;
import io.omnigraph.api.kind.Survivor;
import io.omnigraph.ground.Digest;
import io.omnigraph.ground.json.Json;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/**
 * Comes after a graph and tells what the ledger says of it and its parts when its own turn comes.
 *
 * @param told with each address that is recorded then, and its entry
 */
public record WitnessKind(BiConsumer<Address, Optional<Recorded>> told) implements ResourceKind {

  private static final List<Address> ABOUT =
      List.of(new Address("graph", "harbor"), new Address("schema", "harbor"));

  @Override
  public String name() {
    return "witness";
  }

  @Override
  public List<ConfigKey> keys() {
    return List.of(ConfigKey.section("witnesses", new ConfigShape.FieldsOf(List.of())));
  }

  @Override
  public void declare(ConfigEntry entry, DeclareContext context) {
    SortedSet<Address> needs = new TreeSet<>(ABOUT);
    context.declare(
        new Declared(
            new Address(name(), entry.name()),
            Digest.of(entry.name()),
            null,
            Collections.emptySortedMap(),
            needs,
            null));
  }

  @Override
  public Execution execution(Operation operation) {
    return Execution.FENCED;
  }

  @Override
  public SortedMap<Operation, FencedOperation> fencedOperations() {
    SortedMap<Operation, FencedOperation> operations = new TreeMap<>();
    operations.put(Operation.CREATE, new Tell(told));
    return operations;
  }

  private record Tell(BiConsumer<Address, Optional<Recorded>> told) implements FencedOperation {

    @Override
    public String name() {
      return "witness_tell";
    }

    @Override
    public Address subject(ObjectNode intent) {
      return new Address("witness", intent.path("witness").asText());
    }

    @Override
    public Preparation prepare(Change change, ControlContext context) {
      return new Preparation.Ready(Json.object().put("witness", change.address().name()));
    }

    @Override
    public Result execute(Change change, ObjectNode intent, ControlContext context) {
      ABOUT.forEach(address -> told.accept(address, context.recorded(address)));
      return new Result.Done(intent);
    }

    @Override
    public Survivor classify(ObjectNode intent, LookContext context) {
      return new Survivor.Retire(List.of());
    }

    @Override
    public List<String> intentFields() {
      return List.of("witness");
    }
  }
}
