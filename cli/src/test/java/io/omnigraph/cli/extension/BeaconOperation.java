package io.omnigraph.cli.extension;

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
import io.omnigraph.api.kind.SourceFile;
import io.omnigraph.api.kind.Survivor;
import io.omnigraph.ground.Digest;
import io.omnigraph.ground.json.Json;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Raises, changes or removes a beacon.
 *
 * @param operation which of the three
 */
record BeaconOperation(Operation operation) implements FencedOperation {

  @Override
  public String name() {
    return "beacon_" + operation.word();
  }

  @Override
  public List<String> intentFields() {
    return List.of("beacon", "wanted");
  }

  @Override
  public Address subject(ObjectNode intent) {
    return new Address(BeaconKind.NAME, intent.path("beacon").asText());
  }

  /** What is wanted is the whole ledger entry, so that recovery can record all of it. */
  @Override
  public Preparation prepare(Change change, ControlContext context) {
    ObjectNode intent = Json.object().put("beacon", change.address().name());
    return new Preparation.Ready(
        intent.set("wanted", wanted(change).map(Recorded::json).orElseGet(Json::object)));
  }

  @Override
  public Result execute(Change change, ObjectNode intent, ControlContext context) {
    switch (change) {
      case Change.Create(var desired) -> raise(desired, context);
      case Change.Update(var desired, _, _) -> raise(desired, context);
      case Change.Delete(var address, _) -> context.storage().delete(BeaconKind.key(address));
    }
    return new Result.Done(intent);
  }

  @Override
  public Survivor classify(ObjectNode intent, LookContext context) {
    Address beacon = subject(intent);
    Optional<Digest> live =
        context.storage().get(BeaconKind.key(beacon)).map(object -> Digest.of(object.content()));
    Optional<Recorded> wanted =
        intent.path("wanted") instanceof ObjectNode entry && !entry.isEmpty()
            ? Optional.of(Recorded.read(entry))
            : Optional.empty();
    if (!live.equals(wanted.map(Recorded::digest))) {
      return new Survivor.Retire(List.of());
    }
    return wanted
        .<Survivor>map(entry -> {
          TreeMap<Address, Found> found = new TreeMap<>();
          found.put(beacon, new Found.Content(entry));
          return new Survivor.RollForward(found);
        })
        .orElseGet(Survivor.RollForwardDelete::new);
  }

  private static Optional<Recorded> wanted(Change change) {
    return switch (change) {
      case Change.Create(var desired) -> Optional.of(Recorded.of(desired));
      case Change.Update(var desired, _, _) -> Optional.of(Recorded.of(desired));
      case Change.Delete _ -> Optional.empty();
    };
  }

  private static void raise(Declared desired, ControlContext context) {
    SourceFile source = Objects.requireNonNull(desired.source(), "a beacon has a file");
    context.storage().put(BeaconKind.key(desired.address()), source.bytes());
  }
}
