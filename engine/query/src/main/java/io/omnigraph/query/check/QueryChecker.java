package io.omnigraph.query.check;

import io.omnigraph.query.ast.ParameterDeclaration;
import io.omnigraph.query.ast.QueryBody;
import io.omnigraph.query.ast.QueryDeclaration;
import io.omnigraph.query.parameter.Parameter;
import io.omnigraph.query.problem.Checked;
import io.omnigraph.schema.catalog.Schema;
import io.omnigraph.values.PropertyType;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Checks queries against a schema (docs/reference/query-language.md §5). The first error of a query
 * is the one that is reported.
 */
public final class QueryChecker {

  private final QueryDeclaration declaration;
  private final Schema schema;

  private QueryChecker(QueryDeclaration declaration, Schema schema) {
    this.declaration = declaration;
    this.schema = schema;
  }

  /** The query that a declaration is under a schema, or what is wrong with it. */
  public static Checked<CheckedQuery> check(QueryDeclaration declaration, Schema schema) {
    try {
      return new Checked.Valid<>(new QueryChecker(declaration, schema).query());
    } catch (TypeError error) {
      return new Checked.Invalid<>(List.of(error.problem()));
    }
  }

  /** The parameters that a declaration has, or what is wrong with them. */
  public static Checked<List<Parameter>> parameters(QueryDeclaration declaration) {
    try {
      return new Checked.Valid<>(List.copyOf(byName(declaration).values()));
    } catch (TypeError error) {
      return new Checked.Invalid<>(List.of(error.problem()));
    }
  }

  private CheckedQuery query() {
    Map<String, Parameter> parameters = byName(declaration);
    return switch (declaration.body()) {
      case QueryBody.Read body -> read(body, parameters);
      case QueryBody.Mutation(var statements) -> {
        MutationChecker checker = new MutationChecker(schema, parameters);
        yield new CheckedMutation(
            declaration.name(),
            List.copyOf(parameters.values()),
            statements.stream().map(checker::statement).toList());
      }
    };
  }

  private CheckedRead read(QueryBody.Read body, Map<String, Parameter> parameters) {
    Scope scope = Scope.of(parameters);
    Pattern match = new PatternChecker(schema, scope).pattern(body.match());
    ProjectionChecker projections = new ProjectionChecker(scope);
    List<OutputColumn> columns = body.projections().stream().map(projections::column).toList();
    refuseTwice(columns, body);
    OrderChecker.Grouping grouping = OrderChecker.Grouping.of(columns, body.isDistinct());
    OrderChecker.Order order = new OrderChecker(scope, columns, grouping).order(body);
    OrderChecker.checkScores(columns, order, body.projections());
    SearchChecker numbers = new SearchChecker(scope);
    ProjectionChecker.checkGroups(body.projections());
    return new CheckedRead(
        declaration.name(),
        List.copyOf(parameters.values()),
        scope.slots(),
        match,
        body.isDistinct(),
        columns,
        order.ranking(),
        order.keys(),
        numbers.rows("limit", body.limit()),
        numbers.rows("offset", body.offset()));
  }

  /** That no two columns have one name. */
  private static void refuseTwice(List<OutputColumn> columns, QueryBody.Read body) {
    Set<String> names = new HashSet<>();
    for (int i = 0; i < columns.size(); i++) {
      String name = columns.get(i).name();
      if (!names.add(name)) {
        throw TypeError.of(
            "T25",
            "two columns are called `" + name + "`",
            "give one another name by `as`",
            body.projections().get(i).span());
      }
    }
  }

  private static Map<String, Parameter> byName(QueryDeclaration declaration) {
    Map<String, Parameter> parameters = new LinkedHashMap<>();
    for (ParameterDeclaration written : declaration.parameters()) {
      String name = written.name();
      if (name.startsWith(Scope.RESERVED)) {
        throw TypeError.of("T49", "the name `$" + name + "` is reserved", null, written.span());
      }
      PropertyType type =
          written
              .type()
              .type()
              .orElseThrow(() ->
                  TypeError.of(
                      "T59",
                      "unknown parameter type `" + written.type().display() + "`",
                      "the dimension of a vector is between 1 and 2147483647",
                      written.span()));
      if (parameters.putIfAbsent(name, new Parameter(name, type)) != null) {
        throw TypeError.of(
            "T60", "parameter `$" + name + "` is declared twice", null, written.span());
      }
    }
    return parameters;
  }
}
