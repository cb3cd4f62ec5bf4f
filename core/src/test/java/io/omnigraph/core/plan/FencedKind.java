package io.omnigraph.core.plan;

import io.omnigraph.api.config.ConfigEntry;
import io.omnigraph.api.config.ConfigKey;
import io.omnigraph.api.kind.DeclareContext;
import io.omnigraph.api.kind.Execution;
import io.omnigraph.api.kind.Operation;
import io.omnigraph.api.kind.ResourceKind;
import java.util.List;
import java.util.Set;

/** A kind that nobody owns and all of whose operations move something outside the ledger. */
final class FencedKind implements ResourceKind {

  @Override
  public String name() {
    return "fenced";
  }

  @Override
  public Set<String> after() {
    return Set.of("schema");
  }

  @Override
  public List<ConfigKey> keys() {
    return List.of();
  }

  @Override
  public void declare(ConfigEntry entry, DeclareContext context) {}

  @Override
  public Execution execution(Operation operation) {
    return Execution.FENCED;
  }
}
