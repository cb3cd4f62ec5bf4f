package io.omnigraph.plugin.query.kind;

import io.omnigraph.api.config.ConfigEntry;
import io.omnigraph.api.config.ConfigKey;
import io.omnigraph.api.config.ConfigShape;
import io.omnigraph.api.kind.DeclareContext;
import io.omnigraph.api.kind.FileKind;
import io.omnigraph.ground.yaml.ConfigNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The queries of a graph, by their files (docs/reference/cluster.md §2.3). The model of a query is
 * the {@link io.omnigraph.query.check.CheckedQuery}, or the {@link
 * io.omnigraph.query.ast.QueryDeclaration} where there is no schema to check it against.
 */
public final class QueryKind extends FileKind {

  static final String NAME = "query";
  static final String KEY = "queries";
  static final String FILE = "file";

  private static final ConfigShape ENTRY =
      new ConfigShape.FieldsOf(List.of(ConfigShape.Field.required(FILE, new ConfigShape.Text())));
  private static final ConfigShape SHAPE =
      new ConfigShape.OneOf(
          List.of(
              new ConfigShape.Text(),
              new ConfigShape.ListOf(new ConfigShape.Text()),
              new ConfigShape.MapOf(ENTRY)));

  /** Made by the service loader. */
  public QueryKind() {
    super(NAME, "gq");
  }

  @Override
  public Set<String> after() {
    return Set.of(Registration.SCHEMA);
  }

  @Override
  public Optional<String> owner() {
    return Optional.of(Registration.GRAPH);
  }

  @Override
  public List<ConfigKey> keys() {
    return List.of(ConfigKey.optionalField("graphs", KEY, SHAPE).writtenWhenAbsent("{}"));
  }

  @Override
  public void declare(ConfigEntry entry, DeclareContext context) {
    Optional<ConfigNode> queries = entry.field(KEY);
    if (queries.isEmpty()) {
      return;
    }
    Registration registration = new Registration(entry, context);
    Discovery discovery = new Discovery(entry, context);
    switch (queries.get()) {
      case ConfigNode.Text path ->
          discovery.discover(List.of(path)).forEach(registration::register);
      case ConfigNode.Items(var paths, _) ->
          discovery.discover(paths).forEach(registration::register);
      case ConfigNode.Fields named -> new NamedQueries(entry, context, registration).declare(named);
      case ConfigNode.Int _, ConfigNode.Decimal _, ConfigNode.Bool _, ConfigNode.Null _ ->
          throw new IllegalStateException("the shape of queries allows no such value");
    }
  }
}
