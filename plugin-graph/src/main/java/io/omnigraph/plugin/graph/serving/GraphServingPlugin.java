package io.omnigraph.plugin.graph.serving;

import io.omnigraph.api.Address;
import io.omnigraph.api.serving.AppliedResource;
import io.omnigraph.api.serving.AppliedRevision;
import io.omnigraph.api.serving.ServingContext;
import io.omnigraph.api.serving.ServingPlugin;
import io.omnigraph.graph.GraphIds;
import io.omnigraph.ground.Diagnostic;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Serves the applied graphs. */
public final class GraphServingPlugin implements ServingPlugin {

  private static final String GRAPH = "graph";

  /** Made by the service loader. */
  public GraphServingPlugin() {}

  @Override
  public String name() {
    return GRAPH;
  }

  @Override
  public List<Diagnostic> check(AppliedRevision revision) {
    List<AppliedResource> graphs = revision.of(GRAPH);
    if (graphs.isEmpty()) {
      return List.of(
          Diagnostic.error(
              "cluster_empty",
              "__cluster/state.json",
              "no graph was applied; declare one in cluster.yaml and run `cluster apply`"));
    }
    return graphs.stream()
        .map(AppliedResource::address)
        .filter(address -> !GraphIds.isUsable(address.name()))
        .map(address ->
            Diagnostic.error(
                "invalid_resource_id",
                address.toString(),
                "the graph id `" + address.name() + "` cannot be served; rename the graph"))
        .toList();
  }

  @Override
  public Start start(ServingContext context) {
    AppliedRevision revision = context.revision();
    SortedMap<Address, String> roots = new TreeMap<>();
    for (AppliedResource graph : revision.of(GRAPH)) {
      String key = "graphs/" + graph.address().name() + ".omni";
      roots.put(graph.address(), revision.storage().locate(key));
    }
    return switch (GraphOpening.open(roots)) {
      case GraphOpening.Result.AllOpen(var graphs) -> new Start.Ready(new GraphServing(graphs));
      case GraphOpening.Result.Refused(var reasons) -> new Start.Refused(reasons);
    };
  }
}
