package io.omnigraph.plugin.query.serving;

import io.omnigraph.api.kind.Payload;
import io.omnigraph.api.serving.AppliedResource;
import io.omnigraph.api.serving.ServingContext;
import io.omnigraph.api.serving.ServingPlugin;
import io.omnigraph.execute.result.QueryRejected;
import io.omnigraph.execute.run.QueryRunner;
import io.omnigraph.execute.run.RunnableQuery;
import io.omnigraph.graph.snapshot.ReadTarget;
import io.omnigraph.ground.Diagnostic;
import io.omnigraph.ground.source.SourceText;
import io.omnigraph.plugin.graph.serving.SchemaGates;
import io.omnigraph.plugin.graph.serving.ServedGraph;
import io.omnigraph.plugin.schema.ProcessEngine;
import io.omnigraph.schema.catalog.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Serves the applied queries of the graphs that are served, and queries that clients send. */
public final class QueryServingPlugin implements ServingPlugin {

  private static final String QUERY = "query";

  /** Made by the service loader. */
  public QueryServingPlugin() {}

  @Override
  public String name() {
    return QUERY;
  }

  @Override
  public Set<String> after() {
    return Set.of("graph");
  }

  @Override
  public Map<String, Payload> payloads() {
    return Map.of(QUERY, new Payload("gq"));
  }

  @Override
  public Start start(ServingContext context) {
    SortedMap<String, SortedMap<String, RunnableQuery>> queries = new TreeMap<>();
    List<Diagnostic> refusals = new ArrayList<>();
    for (ServedGraph graph : context.services(ServedGraph.class)) {
      SortedMap<String, String> failures = new TreeMap<>();
      queries.put(graph.id(), usable(graph, context.revision().of(QUERY), failures));
      if (!failures.isEmpty()) {
        refusals.add(refusal(graph, failures));
      }
    }
    if (!refusals.isEmpty()) {
      return new Start.Refused(refusals);
    }
    try {
      QueryRunner runner = QueryRunner.in(ProcessEngine.get().world());
      StoredQueries stored = new StoredQueries(queries);
      context.services(SchemaGates.class).forEach(gates -> gates.add(stored::objection));
      return new Start.Ready(new QueryServing(stored, runner));
    } catch (QueryRejected e) {
      return new Start.Refused(
          List.of(Diagnostic.error("invalid_query_limit", "environment", e.shown())));
    }
  }

  private static SortedMap<String, RunnableQuery> usable(
      ServedGraph graph, List<AppliedResource> applied, SortedMap<String, String> failures) {
    Schema schema = graph.graph().snapshot(ReadTarget.main()).schema();
    String prefix = graph.id() + ".";
    SortedMap<String, RunnableQuery> queries = new TreeMap<>();
    for (AppliedResource resource : applied) {
      String address = resource.address().name();
      if (address.startsWith(prefix)) {
        String name = address.substring(prefix.length());
        try {
          queries.put(name, query(resource, name, schema));
        } catch (QueryRejected e) {
          failures.put(name, String.valueOf(e.getMessage()));
        }
      }
    }
    return queries;
  }

  private static RunnableQuery query(AppliedResource resource, String name, Schema schema) {
    String text = resource.payload();
    if (text == null) {
      throw new QueryRejected("the catalog has no text for it");
    }
    RunnableQuery query =
        RunnableQuery.of(new SourceText(resource.address().toString(), text), name);
    query.against(schema);
    return query;
  }

  private static Diagnostic refusal(ServedGraph graph, SortedMap<String, String> failures) {
    List<String> findings = new ArrayList<>();
    failures.forEach((name, reason) -> findings.add("`" + name + "` (" + reason + ")"));
    String message =
        "graph `%s`: stored queries failed the schema check: %s; run `cluster refresh`, then"
                .formatted(graph.id(), String.join(", ", findings))
            + " `cluster apply`";
    return Diagnostic.error("stored_query_schema_check", graph.address().toString(), message);
  }
}
