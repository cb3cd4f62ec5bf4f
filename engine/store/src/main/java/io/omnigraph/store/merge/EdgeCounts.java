package io.omnigraph.store.merge;

import io.omnigraph.graph.column.ColumnSpec;
import io.omnigraph.graph.diff.RowChange;
import io.omnigraph.graph.failure.MergeConflict;
import io.omnigraph.graph.failure.MergeConflict.Kind;
import io.omnigraph.ground.Quantity;
import io.omnigraph.schema.catalog.GraphType.Cardinality;
import io.omnigraph.schema.catalog.GraphType.EdgeType;
import io.omnigraph.store.diff.PickedRows;
import io.omnigraph.store.table.TableRows;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** The number of edges at the nodes where both sides have changed edges. */
final class EdgeCounts {

  private final MergedTable edges;
  private final EdgeType type;
  private final boolean isWhole;

  /**
   * The counts.
   *
   * @param isWhole whether nodes are looked at where only one side has changed edges
   */
  EdgeCounts(MergedTable edges, EdgeType type, boolean isWhole) {
    this.edges = edges;
    this.type = type;
    this.isWhole = isWhole;
  }

  List<MergeConflict> broken() {
    List<MergeConflict> broken = new ArrayList<>();
    if (type.cardinality().equals(Cardinality.ANY)) {
      return broken;
    }
    SortedSet<String> nodes = sources(edges.sides().theirs(), edges.theirChanges().values());
    SortedSet<String> others = sources(edges.sides().ours(), edges.ourChanges().values());
    if (isWhole) {
      nodes.addAll(others);
    } else {
      nodes.retainAll(others);
    }
    Map<String, Integer> taken = new HashMap<>();
    List<String> ids = edges.taken();
    for (@Nullable Object source : edges.values(ColumnSpec.SOURCE, ids)) {
      taken.merge(String.valueOf(source), 1, Integer::sum);
    }
    BitSet dead = edges.dead();
    for (String node : nodes) {
      check(node, kept(node, dead) + taken.getOrDefault(node, 0)).ifPresent(broken::add);
    }
    return broken;
  }

  private Optional<MergeConflict> check(String node, int count) {
    Cardinality allowed = type.cardinality();
    if (count == 0 || (count >= allowed.min() && count <= allowed.max())) {
      return Optional.empty();
    }
    String bound = count > allowed.max() ? "max " + allowed.max() : "min " + allowed.min();
    return Optional.of(
        MergeRules.conflict(
            edges,
            Kind.CARDINALITY_VIOLATION,
            Optional.empty(),
            "@card violation on edge %s: source '%s' has %s (%s)"
                .formatted(type.name(), node, Quantity.of(count, "edge"), bound)));
  }

  private int kept(String node, BitSet dead) {
    int[] count = {0};
    edges
        .sides()
        .ours()
        .eachAtNode(ColumnSpec.SOURCE, node, row -> count[0] += dead.get(row) ? 0 : 1);
    return count[0];
  }

  /** The nodes at which changed edges start, or started in the base. */
  private SortedSet<String> sources(TableRows side, Collection<RowChange> changes) {
    SortedSet<String> nodes = new TreeSet<>();
    collect(edges.sides().base(), changes, RowChange::before, nodes);
    collect(side, changes, RowChange::after, nodes);
    return nodes;
  }

  private static void collect(
      TableRows rows,
      Collection<RowChange> changes,
      ToIntFunction<RowChange> number,
      SortedSet<String> nodes) {
    int[] wanted = changes.stream().mapToInt(number).filter(row -> row >= 0).toArray();
    for (@Nullable Object source : PickedRows.values(rows, ColumnSpec.SOURCE, wanted)) {
      nodes.add(String.valueOf(source));
    }
  }
}
