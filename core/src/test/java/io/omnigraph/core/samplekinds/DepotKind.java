package io.omnigraph.core.samplekinds;

import com.fasterxml.jackson.databind.node.TextNode;
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
import io.omnigraph.ground.Digest;
import io.omnigraph.ground.json.Json;
import io.omnigraph.ground.storage.StoredObject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A kind that nobody but its author knows: a depot is a directory at a place that is not part of
 * its digest, so that an update may do nothing but move it.
 */
public final class DepotKind implements ResourceKind {

  static final String NAME = "depot";
  static final String PLACE = "place";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Set<String> after() {
    return Set.of("graph");
  }

  @Override
  public Set<String> attributes() {
    return Set.of(PLACE);
  }

  @Override
  public List<ConfigKey> keys() {
    return List.of(
        ConfigKey.section(
            "depots",
            new ConfigShape.FieldsOf(
                List.of(
                    Field.required("file", new ConfigShape.Text()),
                    Field.required(PLACE, new ConfigShape.Text())))));
  }

  @Override
  public void declare(ConfigEntry entry, DeclareContext context) {
    SampleKinds.source(entry.text("file"), "depot_file_missing", entry.path("file"), context)
        .map(source -> Declared.file(new Address(NAME, entry.name()), source))
        .map(depot -> depot.with(Map.of(PLACE, TextNode.valueOf(entry.text(PLACE)))))
        .map(depot -> depot.dependingOn(new Address("graph", "harbor")))
        .ifPresent(context::declare);
  }

  @Override
  public Execution execution(Operation operation) {
    return Execution.FENCED;
  }

  @Override
  public Optional<String> approvalReason(Operation operation) {
    return operation == Operation.DELETE ? Optional.of("it may hold goods") : Optional.empty();
  }

  @Override
  public SortedMap<Operation, FencedOperation> fencedOperations() {
    SortedMap<Operation, FencedOperation> all = new TreeMap<>();
    for (Operation operation : Operation.values()) {
      all.put(operation, new DepotOperation(operation));
    }
    return all;
  }

  /** Where the stock of a depot lies. */
  static String stock(Recorded entry) {
    return folder(entry) + "/stock.txt";
  }

  static String folder(Recorded entry) {
    return "depots/" + Objects.requireNonNull(entry.attributes().get(PLACE)).asText();
  }

  @Override
  public Optional<Observation> observe(Declared resource, LookContext context) {
    Address address = resource.address();
    Recorded declared = Recorded.of(resource);
    Optional<Digest> live =
        context.storage().get(stock(declared)).map(StoredObject::content).map(Digest::of);
    Finding finding =
        live.<Finding>map(
                digest -> {
                  var found = new Found.Content(declared.withDigest(digest));
                  return digest.equals(declared.digest())
                      ? new Finding.AsDeclared(address, found)
                      : new Finding.Drifted(
                          address, found, "restocked", "the stock is another one");
                })
            .orElseGet(() -> new Finding.Missing(address, "depot_missing", "there is no depot"));
    return Optional.of(
        new Observation(Json.object().put("stands", live.isPresent()), List.of(finding)));
  }
}
