package io.omnigraph.core.samplekinds;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.omnigraph.api.Address;
import io.omnigraph.api.config.ConfigEntry;
import io.omnigraph.api.config.ConfigKey;
import io.omnigraph.api.config.ConfigShape;
import io.omnigraph.api.config.ConfigShape.Field;
import io.omnigraph.api.kind.DeclareContext;
import io.omnigraph.api.kind.Declared;
import io.omnigraph.api.kind.FileKind;
import io.omnigraph.ground.json.Json;
import io.omnigraph.ground.yaml.ConfigNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** A file of the catalog with attributes, bound to graphs but owned by nobody. */
public final class SamplePolicy extends FileKind {

  private static final String BINDINGS = "applies_to";

  /** The kind. */
  public SamplePolicy() {
    super("policy", "yaml");
  }

  @Override
  public Set<String> after() {
    return Set.of("graph");
  }

  @Override
  public Set<String> attributes() {
    return Set.of(BINDINGS);
  }

  @Override
  public AttributeChangeName attributeChange() {
    return new AttributeChangeName("binding_change", "bindings");
  }

  @Override
  public List<ConfigKey> keys() {
    ConfigShape.FieldsOf entry =
        new ConfigShape.FieldsOf(
            List.of(
                Field.required("file", new ConfigShape.Text()),
                Field.required(BINDINGS, new ConfigShape.ListOf(new ConfigShape.Text()))));
    return List.of(ConfigKey.section("policies", entry).writtenWhenAbsent("{}"));
  }

  @Override
  public void declare(ConfigEntry entry, DeclareContext context) {
    SampleKinds.checkName(entry.name(), entry.path(), context);
    SampleKinds.source(entry.text("file"), "policy_file_missing", entry.path("file"), context)
        .map(source -> Declared.file(new Address(name(), entry.name()), source))
        .ifPresent(policy -> declareBound(policy, entry, context));
  }

  private static void declareBound(Declared policy, ConfigEntry entry, DeclareContext context) {
    var targets = (ConfigNode.Items) entry.field(BINDINGS).orElseThrow();
    SortedSet<String> bindings = new TreeSet<>();
    targets.values().forEach(target -> bindings.add(normalised((ConfigNode.Text) target)));
    ArrayNode applied = Json.mapper().createArrayNode();
    bindings.forEach(applied::add);
    Declared bound = policy.with(Map.of(BINDINGS, applied));
    for (String binding : bindings) {
      Address graph = Address.parse(binding).orElse(policy.address());
      bound = context.declared(graph).isPresent() ? bound.dependingOn(graph) : bound;
    }
    context.declare(bound);
  }

  private static String normalised(ConfigNode.Text target) {
    String text = target.value();
    return text.equals("cluster") || text.startsWith("graph.") ? text : "graph." + text;
  }
}
