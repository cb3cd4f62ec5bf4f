package io.omnigraph.core.samplekinds;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omnigraph.api.Address;
import io.omnigraph.api.kind.Change;
import io.omnigraph.api.kind.ControlContext;
import io.omnigraph.api.kind.Declared;
import io.omnigraph.api.kind.FencedOperation;
import io.omnigraph.api.kind.LookContext;
import io.omnigraph.api.kind.Observation.Found;
import io.omnigraph.api.kind.Operation;
import io.omnigraph.api.kind.Recorded;
import io.omnigraph.api.kind.Survivor;
import io.omnigraph.ground.Digest;
import io.omnigraph.ground.json.Json;
import io.omnigraph.ground.storage.StoredObject;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** Sets up, moves or clears a depot. The intent holds the ledger entries before and after. */
record DepotOperation(Operation operation) implements FencedOperation {

  @Override
  public String name() {
    return "depot_" + operation.word();
  }

  @Override
  public List<String> intentFields() {
    return List.of("depot", "before", "after");
  }

  @Override
  public Address subject(ObjectNode intent) {
    return new Address(DepotKind.NAME, intent.path("depot").asText());
  }

  @Override
  public Preparation prepare(Change change, ControlContext context) {
    ObjectNode intent = Json.object().put("depot", change.address().name());
    intent.set("before", context.recorded(change.address()).map(Recorded::json).orElse(null));
    intent.set("after", after(change).map(Recorded::json).orElse(null));
    return new Preparation.Ready(intent);
  }

  @Override
  public Result execute(Change change, ObjectNode intent, ControlContext context) {
    context
        .recorded(change.address())
        .ifPresent(it -> context.storage().deleteTree(DepotKind.folder(it)));
    context.faults().reached("depot.cleared");
    desired(change)
        .ifPresent(it ->
            context
                .storage()
                .put(
                    DepotKind.stock(Recorded.of(it)), Objects.requireNonNull(it.source()).bytes()));
    context.faults().reached("depot.moved");
    return new Result.Done(intent);
  }

  @Override
  public Survivor classify(ObjectNode intent, LookContext context) {
    Optional<Recorded> before = entry(intent, "before");
    Optional<Recorded> after = entry(intent, "after");
    if (after.isEmpty()) {
      boolean isGone = before.filter(it -> stands(it, context)).isEmpty();
      return isGone && context.recorded(subject(intent)).isPresent()
          ? new Survivor.RollForwardDelete()
          : new Survivor.Retire(List.of());
    }
    if (!stands(after.get(), context) || context.recorded(subject(intent)).equals(after)) {
      return new Survivor.Retire(List.of());
    }
    TreeMap<Address, Found> live = new TreeMap<>();
    live.put(subject(intent), new Found.Content(after.get()));
    return new Survivor.RollForward(live);
  }

  private static boolean stands(Recorded entry, LookContext context) {
    return context
        .storage()
        .get(DepotKind.stock(entry))
        .map(StoredObject::content)
        .map(Digest::of)
        .equals(Optional.of(entry.digest()));
  }

  private static Optional<Recorded> entry(ObjectNode intent, String field) {
    return intent.path(field) instanceof ObjectNode json
        ? Optional.of(Recorded.read(json))
        : Optional.empty();
  }

  private static Optional<Recorded> after(Change change) {
    return desired(change).map(Recorded::of);
  }

  private static Optional<Declared> desired(Change change) {
    return switch (change) {
      case Change.Create(var desired) -> Optional.of(desired);
      case Change.Update(var desired, _, _) -> Optional.of(desired);
      case Change.Delete _ -> Optional.empty();
    };
  }
}
