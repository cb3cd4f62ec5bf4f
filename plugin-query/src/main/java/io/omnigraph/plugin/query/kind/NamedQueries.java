package io.omnigraph.plugin.query.kind;

import io.omnigraph.api.config.ConfigEntry;
import io.omnigraph.api.kind.DeclareContext;
import io.omnigraph.api.kind.SourceFile;
import io.omnigraph.ground.Diagnostic;
import io.omnigraph.ground.source.DidYouMean;
import io.omnigraph.ground.yaml.ConfigNode;
import io.omnigraph.query.ast.QueryDeclaration;
import io.omnigraph.query.ast.QueryFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The form of {@code queries} that names each query and its file. Declares as it reads. */
final class NamedQueries {

  private final ConfigEntry entry;
  private final DeclareContext context;
  private final Registration registration;
  private final QuerySources sources;

  NamedQueries(ConfigEntry entry, DeclareContext context, Registration registration) {
    this.entry = entry;
    this.context = context;
    this.registration = registration;
    this.sources = new QuerySources(context);
  }

  /** Declares the queries whose files can be read, in the order of their names. */
  void declare(ConfigNode.Fields queries) {
    new TreeMap<>(queries.values())
        .forEach((name, value) -> {
          ConfigNode.Text file = file(value);
          registration.checkName(name, file.span());
          query(name, file).ifPresent(registration::register);
        });
  }

  private static ConfigNode.Text file(ConfigNode value) {
    if (value instanceof ConfigNode.Fields fields
        && fields.field(QueryKind.FILE).orElse(null) instanceof ConfigNode.Text path) {
      return path;
    }
    throw new IllegalStateException("the shape of queries requires a file");
  }

  private Optional<FoundQuery> query(String name, ConfigNode.Text file) {
    Path path = context.resolve(file.value());
    String at = entry.path(QueryKind.KEY + "." + name);
    return sources
        .read(path, at + "." + QueryKind.FILE, file.span())
        .map(source -> new FoundQuery(name, declaration(name, source, file), source));
  }

  private @Nullable QueryDeclaration declaration(
      String name, SourceFile source, ConfigNode.Text written) {
    String at = entry.path(QueryKind.KEY + "." + name);
    Optional<QueryFile> file = sources.parse(source, at);
    if (file.isEmpty()) {
      return null;
    }
    Optional<QueryDeclaration> declaration = file.get().query(name);
    if (declaration.isEmpty()) {
      List<String> names = file.get().queries().stream().map(QueryDeclaration::name).toList();
      String help = DidYouMean.help(name, names);
      String message =
          "`%s` declares no query `%s`".formatted(written.value(), name)
              + (help == null ? "" : "; " + help);
      context.report(Diagnostic.error("query_key_mismatch", at, message).at(written.span()));
    }
    return declaration.orElse(null);
  }
}
