package io.omnigraph.plugin.query.kind;

import io.omnigraph.api.config.ConfigEntry;
import io.omnigraph.api.kind.DeclareContext;
import io.omnigraph.api.kind.SourceFile;
import io.omnigraph.ground.Diagnostic;
import io.omnigraph.ground.source.SourceSpan;
import io.omnigraph.ground.yaml.ConfigNode;
import io.omnigraph.query.ast.QueryDeclaration;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The forms of {@code queries} that name files and directories: every query in them is meant. */
final class Discovery {

  private static final String EXTENSION = ".gq";

  private final DeclareContext context;
  private final QuerySources sources;
  private final String at;
  private final Map<String, QueryDeclaration> declared = new HashMap<>();
  private final TreeMap<String, FoundQuery> found = new TreeMap<>();

  Discovery(ConfigEntry entry, DeclareContext context) {
    this.context = context;
    this.sources = new QuerySources(context);
    this.at = entry.path(QueryKind.KEY);
  }

  /** The queries of all files, in the order of their names. */
  List<FoundQuery> discover(List<? extends ConfigNode> written) {
    for (ConfigNode node : written) {
      if (!(node instanceof ConfigNode.Text text)) {
        throw new IllegalStateException("the shape of queries requires paths");
      }
      Path path = context.resolve(text.value());
      List<Path> files = Files.isDirectory(path) ? listed(path, text) : List.of(path);
      files.forEach(file -> file(file, text.span()));
    }
    return List.copyOf(found.values());
  }

  private List<Path> listed(Path directory, ConfigNode.Text written) {
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory, Discovery::isQuery)) {
      entries.forEach(files::add);
    } catch (IOException | DirectoryIteratorException e) {
      String message =
          "cannot list the query directory `" + written.value() + "`: " + e.getMessage();
      context.report(Diagnostic.error("query_dir_unreadable", at, message).at(written.span()));
      return List.of();
    }
    if (files.isEmpty()) {
      String message = "the query directory `" + written.value() + "` has no `.gq` files";
      context.report(Diagnostic.warning("query_dir_empty", at, message).at(written.span()));
    }
    return files.stream().sorted().toList();
  }

  /** Hidden files are those of editors and tools: locks, swapped lines, what has no name yet. */
  private static boolean isQuery(Path path) {
    String name = String.valueOf(path.getFileName());
    return name.endsWith(EXTENSION) && !name.startsWith(".") && !Files.isDirectory(path);
  }

  private void file(Path path, SourceSpan span) {
    sources
        .read(path, at, span)
        .ifPresent(source ->
            sources
                .parse(source, at)
                .ifPresent(file -> file.queries().forEach(query -> add(query, source))));
  }

  private void add(QueryDeclaration query, SourceFile source) {
    QueryDeclaration first = declared.putIfAbsent(query.name(), query);
    if (first == null) {
      found.put(query.name(), new FoundQuery(query.name(), query, source));
    } else {
      String message =
          "query `%s` is declared twice: at %s and at %s"
              .formatted(query.name(), first.span().place(), query.span().place());
      context.report(
          Diagnostic.error("duplicate_query_name", at + "." + query.name(), message)
              .at(query.span()));
    }
  }
}
