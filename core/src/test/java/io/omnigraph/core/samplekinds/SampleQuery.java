package io.omnigraph.core.samplekinds;

import io.omnigraph.api.Address;
import io.omnigraph.api.config.ConfigEntry;
import io.omnigraph.api.config.ConfigKey;
import io.omnigraph.api.config.ConfigShape;
import io.omnigraph.api.config.ConfigShape.Field;
import io.omnigraph.api.kind.DeclareContext;
import io.omnigraph.api.kind.Declared;
import io.omnigraph.api.kind.FileKind;
import io.omnigraph.ground.yaml.ConfigNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An owned file of the catalog. Of the forms of {@code queries} only the map declares anything. */
public final class SampleQuery extends FileKind {

  private static final ConfigShape QUERIES =
      new ConfigShape.OneOf(
          List.of(
              new ConfigShape.Text(),
              new ConfigShape.ListOf(new ConfigShape.Text()),
              new ConfigShape.MapOf(
                  new ConfigShape.FieldsOf(
                      List.of(Field.required("file", new ConfigShape.Text()))))));

  /** The kind. */
  public SampleQuery() {
    super("query", "gq");
  }

  @Override
  public Optional<String> owner() {
    return Optional.of("graph");
  }

  @Override
  public Set<String> after() {
    return Set.of("schema");
  }

  @Override
  public List<ConfigKey> keys() {
    return List.of(ConfigKey.optionalField("graphs", "queries", QUERIES).writtenWhenAbsent("{}"));
  }

  @Override
  public void declare(ConfigEntry entry, DeclareContext context) {
    if (entry.field("queries").orElse(null) instanceof ConfigNode.Fields queries) {
      queries
          .values()
          .forEach((name, query) -> declare(name, (ConfigNode.Fields) query, entry, context));
    }
  }

  private void declare(
      String name, ConfigNode.Fields query, ConfigEntry entry, DeclareContext context) {
    String path = entry.path("queries." + name);
    SampleKinds.checkName(name, path, context);
    String file = ((ConfigNode.Text) query.field("file").orElseThrow()).value();
    SampleKinds.source(file, "query_file_missing", path + ".file", context)
        .map(source -> Declared.file(Address.owned(name(), entry.name(), name), source))
        .map(it -> it.dependingOn(new Address("graph", entry.name())))
        .map(it -> it.dependingOn(new Address("schema", entry.name())))
        .ifPresent(context::declare);
  }
}
