package io.omnigraph.core.samplekinds;

import io.omnigraph.api.Address;
import io.omnigraph.api.config.ConfigEntry;
import io.omnigraph.api.config.ConfigKey;
import io.omnigraph.api.config.ConfigShape;
import io.omnigraph.api.kind.DeclareContext;
import io.omnigraph.api.kind.Declared;
import io.omnigraph.api.kind.Execution;
import io.omnigraph.api.kind.Operation;
import io.omnigraph.api.kind.ResourceKind;
import java.util.List;
import java.util.Optional;

/**
 * A file that its owner carries when it comes and goes, and that moves something when it changes.
 */
public class SampleSchema implements ResourceKind {

  @Override
  public String name() {
    return "schema";
  }

  @Override
  public Optional<String> owner() {
    return Optional.of("graph");
  }

  @Override
  public List<ConfigKey> keys() {
    return List.of(ConfigKey.requiredField("graphs", "schema", new ConfigShape.Text()));
  }

  @Override
  public void declare(ConfigEntry entry, DeclareContext context) {
    SampleKinds.source(entry.text("schema"), "schema_file_missing", entry.path("schema"), context)
        .map(source -> Declared.file(new Address(name(), entry.name()), source))
        .map(schema -> schema.dependingOn(new Address("graph", entry.name())))
        .ifPresent(context::declare);
  }

  @Override
  public Execution execution(Operation operation) {
    return switch (operation) {
      case CREATE, DELETE -> Execution.CARRIED;
      case UPDATE -> Execution.FENCED;
    };
  }

  @Override
  public Optional<String> approvalReason(Operation operation) {
    return operation == Operation.DELETE
        ? Optional.of(SampleGraph.DELETE_REASON)
        : Optional.empty();
  }
}
