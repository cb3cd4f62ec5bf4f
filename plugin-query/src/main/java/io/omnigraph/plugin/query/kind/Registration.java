package io.omnigraph.plugin.query.kind;

import io.omnigraph.api.Address;
import io.omnigraph.api.config.ConfigEntry;
import io.omnigraph.api.kind.DeclareContext;
import io.omnigraph.api.kind.Declared;
import io.omnigraph.ground.Diagnostic;
import io.omnigraph.ground.FileNames;
import io.omnigraph.ground.Names;
import io.omnigraph.ground.source.SourceSpan;
import io.omnigraph.ground.source.SourceText;
import io.omnigraph.query.Queries;
import io.omnigraph.query.ast.QueryDeclaration;
import io.omnigraph.query.check.CheckedQuery;
import io.omnigraph.query.problem.Checked;
import io.omnigraph.schema.catalog.Schema;
import java.util.Optional;

/** Checks the queries of a graph and declares them. */
final class Registration {

  static final String GRAPH = "graph";
  static final String SCHEMA = "schema";

  private final ConfigEntry entry;
  private final DeclareContext context;
  private final Address graph;
  private final Address schema;
  private final Optional<Schema> compiled;

  Registration(ConfigEntry entry, DeclareContext context) {
    this.entry = entry;
    this.context = context;
    this.graph = new Address(GRAPH, entry.name());
    this.schema = new Address(SCHEMA, entry.name());
    this.compiled = context.declared(schema).flatMap(declared -> declared.model(Schema.class));
  }

  /** Reports a name that cannot be that of a query. */
  void checkName(String name, SourceSpan span) {
    if (!Names.isValid(name)) {
      String message =
          FileNames.problem(name)
              .orElseGet(() ->
                  "`%s` is not a query name; it takes a letter or `_`, then letters, digits, `_`, `-`"
                      .formatted(name));
      context.report(Diagnostic.error("invalid_resource_id", path(name), message).at(span));
    }
  }

  /** Checks a query and declares it, unless its graph or the query itself has no valid name. */
  void register(FoundQuery query) {
    Optional<Object> model =
        Optional.ofNullable(query.declaration())
            .flatMap(
                declaration -> check(declaration, path(query.name()), query.source().source()));
    if (Names.isValid(query.name()) && Names.isValid(entry.name())) {
      Declared declared =
          Declared.file(Address.owned(QueryKind.NAME, entry.name(), query.name()), query.source())
              .dependingOn(graph)
              .dependingOn(schema);
      context.declare(model.map(declared::withModel).orElse(declared));
    }
  }

  private String path(String query) {
    return entry.path(QueryKind.KEY + "." + query);
  }

  private Optional<Object> check(QueryDeclaration declaration, String at, SourceText source) {
    if (compiled.isEmpty()) {
      String message =
          "query `%s` was not checked, because `%s` cannot be used"
              .formatted(declaration.name(), schema);
      context.report(
          Diagnostic.warning("query_typecheck_skipped", at, message).at(declaration.span()));
      return Optional.of(declaration);
    }
    Checked<CheckedQuery> checked = Queries.check(declaration, compiled.get());
    checked
        .problems()
        .forEach(problem ->
            context.report(Findings.error("query_typecheck_error", at, problem, source)));
    return checked.value().map(Object.class::cast);
  }
}
