package io.omnigraph.cli.extension;

import io.omnigraph.api.Address;
import io.omnigraph.api.config.ConfigEntry;
import io.omnigraph.api.config.ConfigKey;
import io.omnigraph.api.config.ConfigShape;
import io.omnigraph.api.config.ConfigShape.Field;
import io.omnigraph.api.kind.DeclareContext;
import io.omnigraph.api.kind.Declared;
import io.omnigraph.api.kind.Execution;
import io.omnigraph.api.kind.FencedOperation;
import io.omnigraph.api.kind.LookContext;
import io.omnigraph.api.kind.Observation;
import io.omnigraph.api.kind.Observation.Finding;
import io.omnigraph.api.kind.Observation.Found;
import io.omnigraph.api.kind.Operation;
import io.omnigraph.api.kind.Recorded;
import io.omnigraph.api.kind.ResourceKind;
import io.omnigraph.api.kind.SourceFile;
import io.omnigraph.ground.Diagnostic;
import io.omnigraph.ground.Digest;
import io.omnigraph.ground.json.Json;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A beacon guards a graph: a text that stands at {@code beacons/<name>.txt} of the storage root,
 * and whose declaration is a file.
 */
public final class BeaconKind implements ResourceKind {

  static final String NAME = "beacon";

  /** Called by {@link java.util.ServiceLoader}. */
  public BeaconKind() {}

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Set<String> after() {
    return Set.of("graph");
  }

  @Override
  public List<ConfigKey> keys() {
    return List.of(
        ConfigKey.section(
            "beacons",
            new ConfigShape.FieldsOf(
                List.of(
                    Field.required("file", new ConfigShape.Text()),
                    Field.required("guards", new ConfigShape.Text())))));
  }

  @Override
  public void declare(ConfigEntry entry, DeclareContext context) {
    Address guarded = new Address("graph", entry.text("guards"));
    if (context.declared(guarded).isEmpty()) {
      context.report(
          Diagnostic.error(
              "beacon_guards_nothing", entry.path("guards"), "there is no `" + guarded + "`"));
    }
    try {
      SourceFile source = context.read(context.resolve(entry.text("file")));
      context.declare(Declared.file(new Address(NAME, entry.name()), source).dependingOn(guarded));
    } catch (IOException e) {
      context.report(
          Diagnostic.error(
              "beacon_file_missing", entry.path("file"), String.valueOf(e.getMessage())));
    }
  }

  @Override
  public Execution execution(Operation operation) {
    return Execution.FENCED;
  }

  @Override
  public SortedMap<Operation, FencedOperation> fencedOperations() {
    SortedMap<Operation, FencedOperation> all = new TreeMap<>();
    for (Operation operation : Operation.values()) {
      all.put(operation, new BeaconOperation(operation));
    }
    return all;
  }

  @Override
  public Optional<Observation> observe(Declared resource, LookContext context) {
    Address address = resource.address();
    Optional<Digest> live =
        context.storage().get(key(address)).map(object -> Digest.of(object.content()));
    Finding finding =
        live.map(digest -> found(resource, digest))
            .orElseGet(
                () -> new Finding.Missing(address, "beacon_dark", "the beacon does not stand"));
    return Optional.of(
        new Observation(
            Json.object().put("kind", NAME).put("lit", live.isPresent()), List.of(finding)));
  }

  private static Finding found(Declared resource, Digest digest) {
    Address address = resource.address();
    var content = new Found.Content(recorded(resource, digest));
    return digest.equals(resource.digest())
        ? new Finding.AsDeclared(address, content)
        : new Finding.Drifted(address, content, "beacon_moved", "somebody changed the beacon");
  }

  private static Recorded recorded(Declared resource, Digest live) {
    return new Recorded(live, resource.attributes(), resource.dependsOn());
  }

  static String key(Address address) {
    return "beacons/" + address.name() + ".txt";
  }
}
