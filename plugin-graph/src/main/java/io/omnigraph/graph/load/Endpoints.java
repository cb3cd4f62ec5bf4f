package io.omnigraph.graph.load;

import io.omnigraph.graph.snapshot.Snapshot;
import io.omnigraph.schema.catalog.GraphType.EdgeType;
import java.util.ArrayList;
import java.util.List;

/**
 * Checks that both ends of every edge exist, whatever the order of the records (graph-engine
 * specification, section 2.8). Edges whose ends are known when they are read leave no trace; the
 * others are kept until the end of the input.
 */
final class Endpoints {

  private final Snapshot base;
  private final boolean overwriting;
  private final LoadedIds ids;
  private final List<OpenEnd> open = new ArrayList<>();

  Endpoints(Snapshot base, LoadMode mode, LoadedIds ids) {
    this.base = base;
    this.overwriting = mode == LoadMode.OVERWRITE;
    this.ids = ids;
  }

  /**
   * Notes an edge of the input.
   *
   * @param index of the record among those of its type, from 1
   */
  void add(Row.EdgeRow edge, Place place, long index) {
    EdgeType type = edge.type();
    look(new OpenEnd(place, type.name(), index, "src", type.from(), edge.from()));
    look(new OpenEnd(place, type.name(), index, "dst", type.to(), edge.to()));
  }

  /** Reports the ends that are still missing at the end of the input. */
  void report(LoadProblems.Collector problems) {
    open.stream()
        .filter(end -> !exists(end))
        .forEach(end -> problems.add(end.place().says(end.problem())));
  }

  private void look(OpenEnd end) {
    boolean known =
        ids.contains("node:" + end.nodeType(), end.id())
            || (!overwriting && isStored(end.nodeType(), end.id()));
    if (!known) {
      open.add(end);
    }
  }

  private boolean exists(OpenEnd end) {
    return ids.contains("node:" + end.nodeType(), end.id())
        || ((!overwriting || !isLoadedNode(end.nodeType())) && isStored(end.nodeType(), end.id()));
  }

  private boolean isStored(String nodeType, String id) {
    return base.nodes(nodeType).rowOf(id) >= 0;
  }

  private boolean isLoadedNode(String nodeType) {
    return ids.isLoaded("node:" + nodeType);
  }

  /** An end of an edge that has not been seen yet. */
  private record OpenEnd(
      Place place, String edgeType, long index, String end, String nodeType, String id) {

    String problem() {
      return "edge %s row %d: %s '%s' not found in %s"
          .formatted(edgeType, index, end, id, nodeType);
    }
  }
}
