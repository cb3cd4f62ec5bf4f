package io.omnigraph.plugin.query.kind;

import io.omnigraph.api.kind.DeclareContext;
import io.omnigraph.api.kind.SourceFile;
import io.omnigraph.ground.Diagnostic;
import io.omnigraph.ground.source.SourceSpan;
import io.omnigraph.query.Queries;
import io.omnigraph.query.ast.QueryFile;
import io.omnigraph.query.problem.Checked;
import io.omnigraph.query.problem.Problem;
import io.omnigraph.query.problem.Repair;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Reads and parses query files, each once. */
final class QuerySources {

  private final DeclareContext context;
  private final Map<Path, Checked<QueryFile>> parsed = new HashMap<>();

  QuerySources(DeclareContext context) {
    this.context = context;
  }

  /**
   * Reads a file; reports why it cannot be read.
   *
   * @param at the path of the diagnostic
   * @param span where the configuration names the file
   */
  Optional<SourceFile> read(Path path, String at, SourceSpan span) {
    try {
      return Optional.of(context.read(path));
    } catch (IOException e) {
      String message = "cannot read the query file `" + path + "`: " + e.getMessage();
      context.report(Diagnostic.error("query_file_missing", at, message).at(span));
      return Optional.empty();
    }
  }

  /**
   * Parses a file; reports everything that is wrong with it.
   *
   * @param at the path of the diagnostics
   */
  Optional<QueryFile> parse(SourceFile source, String at) {
    Checked<QueryFile> file =
        parsed.computeIfAbsent(source.path(), _ -> Queries.parse(source.source()));
    file.problems()
        .forEach(problem ->
            context.report(Findings.error("query_parse_error", at, problem, source.source())));
    return file.value().filter(valid -> isStorable(valid, source, at));
  }

  /** A text that asks for a plan is for one run. */
  private boolean isStorable(QueryFile file, SourceFile source, String at) {
    QueryFile.Explain explain = file.explain();
    if (explain == null) {
      return true;
    }
    Problem problem =
        Problem.parse(
            "a stored query has no `explain`",
            "leave it out, and ask for the plan in a run",
            Repair.remove().coded("Q004"),
            explain.span());
    context.report(Findings.error("query_parse_error", at, problem, source.source()));
    return false;
  }
}
