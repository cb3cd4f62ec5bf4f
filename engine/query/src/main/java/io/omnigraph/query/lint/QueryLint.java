package io.omnigraph.query.lint;

import io.omnigraph.ground.source.SourceText;
import io.omnigraph.query.Queries;
import io.omnigraph.query.ast.QueryDeclaration;
import io.omnigraph.query.ast.QueryFile;
import io.omnigraph.query.check.CheckedQuery;
import io.omnigraph.query.lint.LintReport.Finding;
import io.omnigraph.query.lint.LintReport.QueryResult;
import io.omnigraph.query.lint.LintReport.SchemaSource;
import io.omnigraph.query.problem.Checked;
import io.omnigraph.query.problem.Problem;
import io.omnigraph.query.problem.QueryDiagnostic;
import io.omnigraph.schema.catalog.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks query files without running them. */
public final class QueryLint {

  private static final String NO_PARAMETERS =
      "mutation declares no params; hardcoded mutations are easy to miss";

  private QueryLint() {}

  /**
   * Checks every query of a file.
   *
   * @param queries the file, named as the report is to show it
   */
  public static LintReport lint(SourceText queries, Schema schema, SchemaSource schemaSource) {
    Checked<QueryFile> parsed = Queries.parse(queries);
    return switch (parsed) {
      case Checked.Valid<QueryFile>(QueryFile file) -> checked(file, schema, schemaSource, queries);
      case Checked.Invalid<QueryFile>(List<Problem> problems) ->
          LintReport.of(schemaSource, queries.name(), List.of(), unreadable(queries, problems));
    };
  }

  /** A finding for each problem, so that all can be repaired at once. */
  private static List<Finding> unreadable(SourceText source, List<Problem> problems) {
    return problems.stream()
        .map(problem ->
            new Finding(
                LintReport.ERROR,
                "Q000",
                problem.located(),
                null,
                null,
                List.of(),
                QueryDiagnostic.of(problem, source)))
        .toList();
  }

  private static LintReport checked(
      QueryFile file, Schema schema, SchemaSource schemaSource, SourceText source) {
    List<QueryResult> results = new ArrayList<>();
    Updates updates = new Updates();
    for (QueryDeclaration declaration : file.queries()) {
      Checked<CheckedQuery> query = Queries.check(declaration, schema);
      query.value().ifPresent(updates::add);
      results.add(result(source, declaration, query, schema));
    }
    return LintReport.of(schemaSource, source.name(), results, updates.findings());
  }

  private static QueryResult result(
      SourceText source, QueryDeclaration declaration, Checked<CheckedQuery> query, Schema schema) {
    boolean hardcoded = declaration.isMutation() && declaration.parameters().isEmpty();
    Optional<Problem> error = query.problems().stream().findFirst();
    return new QueryResult(
        declaration.name(),
        declaration.isMutation() ? "mutation" : "read",
        error.isPresent() ? LintReport.ERROR : LintReport.OK,
        hardcoded ? List.of(NO_PARAMETERS) : List.of(),
        error.map(Problem::text).orElse(null),
        error.map(Problem::marked).orElse(null),
        error.map(problem -> QueryDiagnostic.of(problem, source)).orElse(null),
        query.value().map(checked -> Operation.of(checked, schema)).orElse(null));
  }
}
