package io.omnigraph.io.load;

import io.omnigraph.graph.snapshot.EdgeTable;
import io.omnigraph.io.load.OpenEnds.OpenEnd;
import io.omnigraph.schema.catalog.GraphType.EdgeType;
import io.omnigraph.schema.catalog.Schema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Function;

/**
 * Checks that both ends of every edge exist, whatever the order of the records
 * (docs/reference/graph-engine.md §2.8). Edges whose ends are known when they are read leave no
 * trace; the others wait in a file for the end of the input. Used by one thread.
 */
final class Endpoints implements AutoCloseable {

  private final List<EdgeType> edgeTypes;
  private final Function<String, LoadTable> nodes;
  private final boolean isOverwriting;
  private final TextHash hash;
  private final OpenEnds open = new OpenEnds();

  /**
   * Checks of one load.
   *
   * @param nodes the table of a node type by its name
   */
  Endpoints(Schema schema, Function<String, LoadTable> nodes, LoadMode mode, TextHash hash) {
    this.edgeTypes = schema.edges();
    this.nodes = nodes;
    this.isOverwriting = mode == LoadMode.OVERWRITE;
    this.hash = hash;
  }

  /**
   * Notes an end of an edge of the input.
   *
   * @param index of the edge among those of its type, from 0
   */
  void add(LoadTable edges, End end, Slice id, RecordStream at, int index) {
    LoadTable table = edges.nodes(end);
    if (table.ids().get(hash.of(id)) >= 0) {
      return;
    }
    String text = id.text();
    if (isOverwriting || !isStored(table, text)) {
      int edgeType = edgeTypes.indexOf((EdgeType) edges.type());
      try {
        open.add(new OpenEnd(edgeType, end, at.line(), at.record(), index, text));
      } catch (IOException e) {
        throw new UncheckedIOException("cannot keep edges in a temporary file", e);
      }
    }
  }

  /** Reports the ends that are still missing at the end of the input. */
  void report(String source, LoadProblems.Collector problems) {
    try {
      open.each(end -> {
        EdgeType type = edgeTypes.get(end.edgeType());
        LoadTable table = nodes.apply(end.end().nodeType(type));
        if (!exists(table, end.id())) {
          problems.add(
              new Place(source, end.line(), end.record())
                  .says(
                      "edge %s row %d: %s '%s' not found in %s"
                          .formatted(
                              type.name(),
                              end.index() + 1,
                              end.end().word(),
                              end.id(),
                              table.type().name())));
        }
      });
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read edges from a temporary file", e);
    }
  }

  /** Reports stored edges that stay and have lost an end, because its type was overwritten. */
  void reportStored(Function<String, LoadTable> edges, LoadProblems.Collector problems) {
    for (EdgeType type : edgeTypes) {
      LoadTable sources = nodes.apply(type.from());
      LoadTable targets = nodes.apply(type.to());
      if (edges.apply(type.name()).count() > 0 || (sources.count() == 0 && targets.count() == 0)) {
        continue;
      }
      EdgeTable stored = (EdgeTable) edges.apply(type.name()).stored();
      for (int row = 0; row < stored.size(); row++) {
        if (stored.isLive(row)) {
          Lost edge = new Lost(type, stored.id(row));
          report(edge, End.SOURCE, stored.source(row), sources, problems);
          report(edge, End.TARGET, stored.target(row), targets, problems);
        }
      }
    }
  }

  @Override
  public void close() throws IOException {
    open.close();
  }

  private void report(
      Lost edge, End end, String id, LoadTable table, LoadProblems.Collector problems) {
    if (table.count() > 0 && table.ids().get(hash.of(id)) < 0) {
      problems.add(
          "edge %s '%s': %s '%s' not found in %s"
              .formatted(edge.type().name(), edge.id(), end.word(), id, table.type().name()));
    }
  }

  private boolean exists(LoadTable table, String id) {
    return table.ids().get(hash.of(id)) >= 0
        || ((!isOverwriting || table.count() == 0) && isStored(table, id));
  }

  private static boolean isStored(LoadTable table, String id) {
    return table.hasStored() && table.stored().rowOf(id) >= 0;
  }

  /** A stored edge that may have lost an end. */
  private record Lost(EdgeType type, String id) {}
}
