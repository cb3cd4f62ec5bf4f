package io.omnigraph.plugin.query.command;

import io.omnigraph.api.command.CommandContext;
import io.omnigraph.api.command.CommandFailure;
import io.omnigraph.api.command.InputFiles;
import io.omnigraph.api.command.TargetOptions;
import io.omnigraph.graph.failure.GraphFailure;
import io.omnigraph.ground.source.SourceText;
import io.omnigraph.plugin.graph.command.CommandFailures;
import io.omnigraph.query.Queries;
import io.omnigraph.query.ast.QueryDeclaration;
import io.omnigraph.query.problem.Problem;
import io.omnigraph.query.problem.QueryDiagnostic;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The stored queries that {@code omnigraph.yaml} registers for a graph, or for graphs without a
 * name.
 */
final class Registry {

  private final CommandContext context;
  private final TargetOptions target;
  private final List<String> problems = new ArrayList<>();
  private final List<QueryDiagnostic> findings = new ArrayList<>();

  private Registry(CommandContext context, TargetOptions target) {
    this.context = context;
    this.target = target;
  }

  /**
   * A registered query.
   *
   * @param source the file that it stands in
   * @param isExposed whether it is offered as a tool
   * @param toolName under which it is offered; absent for its own
   */
  record Entry(
      SourceText source, QueryDeclaration query, boolean isExposed, @Nullable String toolName) {

    String name() {
      return query.name();
    }

    private String tool() {
      return toolName == null ? name() : toolName;
    }
  }

  /**
   * The registered queries of the selection, by name.
   *
   * @throws CommandFailure when some are broken, with all that is wrong, or the selection is wrong
   */
  static List<Entry> entries(CommandContext context, TargetOptions target) {
    return new Registry(context, target).entries();
  }

  /** Graphs of their own registry; the choice is theirs where there is no other. */
  static List<String> graphsWithQueries(CommandContext context, TargetOptions target) {
    return context.settingNames(target, "graphs").stream()
        .filter(graph -> !context.settingNames(target, queriesOf(graph)).isEmpty())
        .toList();
  }

  private static String queriesOf(String graph) {
    return "graphs." + graph + ".queries";
  }

  private List<Entry> entries() {
    String section = section();
    List<Entry> entries =
        new TreeSet<>(context.settingNames(target, section))
            .stream().flatMap(name -> entry(section + "." + name, name).stream()).toList();
    refuseSharedTools(entries);
    if (!problems.isEmpty()) {
      String all = String.join("\n", problems);
      throw CommandFailures.of("", new GraphFailure.Rejected(all, all, findings));
    }
    return entries;
  }

  private String section() {
    Optional<String> graph = context.selectedGraph(target);
    if (graph.isEmpty()) {
      return "queries";
    }
    if (!context.settingNames(target, "graphs").contains(graph.get())) {
      throw CommandFailure.failed("graph '" + graph.get() + "' not found in omnigraph.yaml");
    }
    if (!context.settingNames(target, "queries").isEmpty()) {
      throw CommandFailure.failed(
          "graph '%s' is selected, but omnigraph.yaml also has `queries` at its top; move them to `%s`"
              .formatted(graph.get(), queriesOf(graph.get())));
    }
    return queriesOf(graph.get());
  }

  private Optional<Entry> entry(String path, String name) {
    Optional<String> file = context.setting(target, path + ".file");
    if (file.isEmpty()) {
      problems.add("query '" + name + "': `" + path + ".file` is missing");
      return Optional.empty();
    }
    boolean isExposed =
        context.setting(target, path + ".mcp.expose").map(Boolean::parseBoolean).orElse(true);
    String toolName = context.setting(target, path + ".mcp.tool_name").orElse(null);
    return found(name, context.settingPath(target, file.get()))
        .map(found -> new Entry(found.source(), found.query(), isExposed, toolName));
  }

  private record Found(SourceText source, QueryDeclaration query) {}

  private Optional<Found> found(String name, String file) {
    try {
      SourceText source = new SourceText(file, InputFiles.text(Path.of(file)));
      var parsed = Queries.parse(source);
      for (Problem problem : parsed.problems()) {
        problems.add(problem.shown());
        findings.add(QueryDiagnostic.of(problem, source));
      }
      Optional<QueryDeclaration> query = parsed.value().flatMap(queries -> queries.query(name));
      if (query.isEmpty() && parsed.problems().isEmpty()) {
        problems.add("query '%s': `%s` has no `query %s`".formatted(name, file, name));
      }
      return query.map(declaration -> new Found(source, declaration));
    } catch (CommandFailure e) {
      problems.add("query '" + name + "': " + e.getMessage());
      return Optional.empty();
    }
  }

  private void refuseSharedTools(List<Entry> entries) {
    Map<String, String> owners = new HashMap<>();
    for (Entry entry : entries) {
      String owner = entry.isExposed() ? owners.putIfAbsent(entry.tool(), entry.name()) : null;
      if (owner != null) {
        problems.add(
            "query '%s': the tool name `%s` is already that of query '%s'"
                .formatted(entry.name(), entry.tool(), owner));
      }
    }
  }
}
