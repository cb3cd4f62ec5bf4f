package io.omnigraph.core.plan;

import io.omnigraph.api.config.ConfigEntry;
import io.omnigraph.api.config.ConfigKey;
import io.omnigraph.api.kind.DeclareContext;
import io.omnigraph.api.kind.Operation;
import io.omnigraph.api.kind.ResourceKind;
import java.util.List;
import java.util.Optional;

/** A kind that is only recorded, and only after a person agreed. */
final class GatedKind implements ResourceKind {

  @Override
  public String name() {
    return "gated";
  }

  @Override
  public List<ConfigKey> keys() {
    return List.of();
  }

  @Override
  public void declare(ConfigEntry entry, DeclareContext context) {}

  @Override
  public Optional<String> approvalReason(Operation operation) {
    return Optional.of("somebody should look at every " + operation.word());
  }
}
