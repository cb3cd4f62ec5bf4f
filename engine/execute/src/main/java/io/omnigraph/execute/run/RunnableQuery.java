package io.omnigraph.execute.run;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnigraph.execute.plan.ReadPlan;
import io.omnigraph.execute.plan.Statistics;
import io.omnigraph.execute.result.QueryRejected;
import io.omnigraph.graph.snapshot.Snapshot;
import io.omnigraph.ground.source.SourceText;
import io.omnigraph.query.Queries;
import io.omnigraph.query.QueryDescription;
import io.omnigraph.query.ast.QueryDeclaration;
import io.omnigraph.query.ast.QueryFile;
import io.omnigraph.query.check.CheckedQuery;
import io.omnigraph.query.check.CheckedRead;
import io.omnigraph.query.parameter.Parameter;
import io.omnigraph.query.parameter.ParameterBinder;
import io.omnigraph.query.parameter.Parameters;
import io.omnigraph.query.problem.Checked;
import io.omnigraph.query.problem.Problem;
import io.omnigraph.query.problem.QueryDiagnostic;
import io.omnigraph.schema.catalog.Schema;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A query whose syntax is right. Remembers the last schema that it was checked against and the last
 * commit that it was planned for, so that a stored query is not checked and planned each time. Safe
 * for use by many threads.
 */
public final class RunnableQuery {

  private final SourceText source;
  private final QueryDeclaration declaration;
  private final List<Parameter> parameters;
  private final boolean isExplained;

  /** What was checked last; absent before the first time. */
  private volatile @Nullable Fit last;

  /** What was planned last; absent before the first time. */
  private volatile @Nullable Planning lastPlan;

  private record Fit(String schema, CheckedQuery query) {}

  private record Planning(String commit, ReadPlan plan) {}

  private RunnableQuery(
      SourceText source,
      QueryDeclaration declaration,
      List<Parameter> parameters,
      boolean isExplained) {
    this.source = source;
    this.declaration = declaration;
    this.parameters = List.copyOf(parameters);
    this.isExplained = isExplained;
  }

  /**
   * A query of a text.
   *
   * @param name of the query; absent for the only one of the text
   * @throws QueryRejected when the text cannot be parsed, or does not have the query
   */
  public static RunnableQuery of(SourceText source, @Nullable String name) {
    QueryFile file = valid(source, Queries.parse(source));
    QueryDeclaration declaration =
        switch (Queries.select(file, name)) {
          case Queries.Selection.Selected(var query) -> query;
          case Queries.Selection.Refused(var message) -> throw new QueryRejected(message);
        };
    return new RunnableQuery(
        source,
        declaration,
        valid(source, Queries.parameters(declaration)),
        file.explain() != null);
  }

  /** The query's name. */
  public String name() {
    return declaration.name();
  }

  /** Whether the query changes the graph. */
  public boolean isMutation() {
    return declaration.isMutation();
  }

  /** Whether its text asks how it is answered, instead of for its rows. */
  public boolean isExplained() {
    return isExplained;
  }

  /** The query as catalogues show it. */
  public QueryDescription description() {
    return QueryDescription.of(declaration, parameters);
  }

  /**
   * The values of the parameters.
   *
   * @param given an object; absent or null for none
   * @throws QueryRejected when a value is missing or cannot be used
   */
  public Parameters bind(@Nullable JsonNode given) {
    return switch (ParameterBinder.bind(parameters, given)) {
      case ParameterBinder.Binding.Bound(var values) -> values;
      case ParameterBinder.Binding.Rejected(var message) -> throw new QueryRejected(message);
    };
  }

  /**
   * The query as checked against a schema.
   *
   * @throws QueryRejected when it does not fit
   */
  public CheckedQuery against(Schema schema) {
    Fit known = last;
    if (known != null && known.schema().equals(schema.source())) {
      return known.query();
    }
    CheckedQuery checked = valid(source, Queries.check(declaration, schema));
    last = new Fit(schema.source(), checked);
    return checked;
  }

  /**
   * How the query is answered on a snapshot.
   *
   * @throws QueryRejected when it does not fit the snapshot's schema, or is a mutation
   */
  public ReadPlan on(Snapshot snapshot) {
    String commit = snapshot.commit().id();
    Planning known = lastPlan;
    if (known != null && known.commit().equals(commit)) {
      return known.plan();
    }
    if (!(against(snapshot.schema()) instanceof CheckedRead read)) {
      throw new QueryRejected(
          "query '%s' contains mutations; use `omnigraph mutate` or POST /mutate"
              .formatted(name()));
    }
    ReadPlan plan = ReadPlan.of(read, Statistics.of(snapshot));
    lastPlan = new Planning(commit, plan);
    return plan;
  }

  private static <T> T valid(SourceText source, Checked<T> checked) {
    return checked.value().orElseThrow(() -> rejected(source, checked.problems()));
  }

  private static QueryRejected rejected(SourceText source, List<Problem> problems) {
    return new QueryRejected(
        problems.stream().map(Problem::located).collect(Collectors.joining("; ")),
        problems.stream().map(Problem::shown).collect(Collectors.joining("\n")),
        problems.stream().map(problem -> QueryDiagnostic.of(problem, source)).toList());
  }
}
