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
import io.omnigraph.api.kind.FileKind;
import io.omnigraph.api.kind.Operation;
import io.omnigraph.api.kind.ResourceKind;
import io.omnigraph.ground.Digest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/**
 * A fleet is nothing but its flagship, and yet has a home port that is recorded: everything about
 * it follows from what is declared, and nothing has to be carried out.
 */
public final class FleetKind implements ResourceKind {

  private static final String HOME = "home";
  private static final String FLAGSHIP = "flagship";

  @Override
  public String name() {
    return "fleet";
  }

  @Override
  public Set<String> attributes() {
    return Set.of(HOME);
  }

  @Override
  public List<ConfigKey> keys() {
    return List.of(
        ConfigKey.section(
            "fleets",
            new ConfigShape.FieldsOf(List.of(Field.required(HOME, new ConfigShape.Text())))));
  }

  @Override
  public void declare(ConfigEntry entry, DeclareContext context) {
    context.declare(
        Declared.composite(new Address(name(), entry.name()))
            .with(Map.of(HOME, TextNode.valueOf(entry.text(HOME)))));
  }

  @Override
  public Execution execution(Operation operation) {
    return Execution.DERIVED;
  }

  @Override
  public Optional<Digest> compose(Address address, SortedMap<Address, Digest> owned) {
    return Optional.of(Digest.of(address + " " + owned));
  }

  /** The flagship of each fleet, a file; only with an approval does it go. */
  public static final class Ship extends FileKind {

    /** The kind. */
    public Ship() {
      super("ship", "txt");
    }

    @Override
    public Optional<String> owner() {
      return Optional.of("fleet");
    }

    @Override
    public List<ConfigKey> keys() {
      return List.of(ConfigKey.optionalField("fleets", FLAGSHIP, new ConfigShape.Text()));
    }

    @Override
    public void declare(ConfigEntry entry, DeclareContext context) {
      if (entry.section().equals("fleets")) {
        SampleKinds.source(entry.text(FLAGSHIP), "ship_file_missing", entry.path(FLAGSHIP), context)
            .map(source -> Declared.file(Address.owned(name(), entry.name(), FLAGSHIP), source))
            .ifPresent(context::declare);
      }
    }

    @Override
    public Optional<String> approvalReason(Operation operation) {
      return operation == Operation.DELETE ? Optional.of("it is scrapped") : Optional.empty();
    }
  }
}
