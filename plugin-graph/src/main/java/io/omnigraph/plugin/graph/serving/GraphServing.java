package io.omnigraph.plugin.graph.serving;

import io.omnigraph.api.serving.PathParameter;
import io.omnigraph.api.serving.Route;
import io.omnigraph.api.serving.Serving;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The open graphs of a server. */
final class GraphServing implements Serving {

  private final SortedMap<String, ServedGraph> graphs = new TreeMap<>();
  private final SchemaGates gates = new SchemaGates();

  GraphServing(List<ServedGraph> opened) {
    opened.forEach(graph -> graphs.put(graph.id(), graph));
  }

  @Override
  public List<Object> services() {
    List<Object> services = new ArrayList<>(graphs.values());
    services.add(gates);
    return services;
  }

  @Override
  public List<Route<?, ?>> routes() {
    List<Route<?, ?>> routes =
        new ArrayList<>(new ReadRoutes(List.copyOf(graphs.values())).routes());
    routes.addAll(IngestRoutes.routes());
    routes.add(ExportRoute.route());
    routes.addAll(BranchRoutes.routes());
    routes.addAll(TagRoutes.routes());
    routes.add(DiffRoute.route());
    routes.addAll(MaintenanceRoutes.routes());
    routes.addAll(new SchemaRoutes(gates).routes());
    return Failures.answered(routes);
  }

  @Override
  public Map<String, PathParameter> pathParameters() {
    return Map.of(GraphPath.PARAMETER, new GraphPath(graphs));
  }

  @Override
  public void close() {
    graphs.values().forEach(served -> served.graph().close());
  }
}
