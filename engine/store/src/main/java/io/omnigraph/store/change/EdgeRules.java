package io.omnigraph.store.change;

import io.omnigraph.graph.column.ColumnSpec;
import io.omnigraph.graph.snapshot.Column;
import io.omnigraph.graph.write.WriteRejected;
import io.omnigraph.ground.Quantity;
import io.omnigraph.schema.catalog.GraphType.Cardinality;
import io.omnigraph.schema.catalog.GraphType.EdgeType;
import io.omnigraph.store.table.TableRows;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What edges must keep: both ends exist, and no node has too many or too few of them. */
final class EdgeRules {

  private EdgeRules() {}

  /** Refuses staged edges one of whose ends does not exist. */
  static void checkEnds(StagedTable edges, StagedTable sources, StagedTable targets) {
    int number = 0;
    for (StagedRow edge : edges.staged()) {
      number++;
      checkEnd(edges, number, "src", edge.source(), sources);
      checkEnd(edges, number, "dst", edge.target(), targets);
    }
  }

  /** Refuses stored edges that lost an end when their nodes were replaced as a whole. */
  static void checkStoredEnds(StagedTable edges, StagedTable nodes, ColumnSpec end) {
    TableRows rows = edges.base();
    Column.Texts ids = (Column.Texts) rows.column(end);
    for (int row = 0; row < rows.size(); row++) {
      if (rows.isLive(row) && !edges.dead().get(row) && !nodes.contains(ids.get(row))) {
        throw new WriteRejected(
            "edge %s '%s': %s '%s' not found in %s"
                .formatted(
                    edges.type().name(),
                    rows.id(row),
                    end.name(),
                    ids.get(row),
                    nodes.type().name()));
      }
    }
  }

  /** Refuses too many or too few edges of the sources that staged edges start at. */
  static void checkCardinality(StagedTable edges, EdgeType type) {
    Cardinality allowed = type.cardinality();
    if (allowed.equals(Cardinality.ANY)) {
      return;
    }
    Map<String, Long> counts = new LinkedHashMap<>();
    for (StagedRow edge : edges.staged()) {
      counts.merge(String.valueOf(edge.source()), 1L, Long::sum);
    }
    counts.forEach((source, added) -> {
      long[] count = {added};
      edges
          .base()
          .eachAtNode(
              ColumnSpec.SOURCE,
              source,
              row -> {
                if (!edges.dead().get(row)) {
                  count[0]++;
                }
              });
      refuse(type, source, count[0]);
    });
  }

  private static void refuse(EdgeType type, String source, long count) {
    Cardinality allowed = type.cardinality();
    if (count > allowed.max()) {
      throw violation(type, source, count, "max " + allowed.max());
    }
    if (count < allowed.min()) {
      throw violation(type, source, count, "min " + allowed.min());
    }
  }

  private static WriteRejected violation(EdgeType type, String source, long count, String bound) {
    return new WriteRejected(
        "@card violation on edge %s: source '%s' has %s (%s)"
            .formatted(type.name(), source, Quantity.of(count, "edge"), bound));
  }

  private static void checkEnd(
      StagedTable edges, int number, String end, @Nullable String id, StagedTable nodes) {
    if (id == null || !nodes.contains(id)) {
      throw new WriteRejected(
          "edge %s row %d: %s '%s' not found in %s"
              .formatted(edges.type().name(), number, end, id, nodes.type().name()));
    }
  }
}
