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
import io.omnigraph.ground.Digest;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** Owns what the schema and query samples declare, and is composed of it. */
public class SampleGraph implements ResourceKind {

  /** Why deletions of graphs and schemas wait for a person. */
  public static final String DELETE_REASON =
      "delete may remove a deployed graph or schema definition";

  @Override
  public String name() {
    return "graph";
  }

  @Override
  public List<ConfigKey> keys() {
    return List.of(
        ConfigKey.section("graphs", new ConfigShape.FieldsOf(List.of())).writtenWhenAbsent("{}"));
  }

  @Override
  public void declare(ConfigEntry entry, DeclareContext context) {
    if (entry.section().equals("graphs")) {
      SampleKinds.checkName(entry.name(), entry.path(), context);
      context.declare(Declared.composite(new Address(name(), entry.name())));
    }
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
    return operation == Operation.DELETE ? Optional.of(DELETE_REASON) : Optional.empty();
  }

  @Override
  public Optional<Digest> compose(Address address, SortedMap<Address, Digest> owned) {
    Digest schema = owned.get(new Address("schema", address.name()));
    var hashed = new StringBuilder("graph\0" + address.name() + "\0schema\0");
    hashed.append(schema == null ? "" : schema).append('\0');
    owned.forEach((part, digest) -> {
      if (part.kind().equals("query")) {
        String query = part.tail().orElseThrow();
        hashed.append("query\0" + query + "\0" + digest + "\0");
      }
    });
    return Optional.of(Digest.of(hashed.toString()));
  }
}
