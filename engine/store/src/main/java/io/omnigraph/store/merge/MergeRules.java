package io.omnigraph.store.merge;

import io.omnigraph.graph.failure.MergeConflict;
import io.omnigraph.graph.failure.MergeConflict.Kind;
import io.omnigraph.schema.catalog.GraphType.EdgeType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The rules of the schema on the result of a merge (docs/reference/graph-engine.md §6.5). Each side
 * keeps them by itself, so that only what one side changed can be at odds with what the other
 * changed, and nothing else is looked at; when one side was left behind by a schema change, what it
 * changed is checked against everything.
 */
final class MergeRules {

  private static final Comparator<MergeConflict> ORDER =
      Comparator.comparing(MergeConflict::tableKey)
          .thenComparing(MergeConflict::kind)
          .thenComparing(conflict -> Optional.ofNullable(conflict.rowId()).orElse(""))
          .thenComparing(MergeConflict::message);

  private final Function<String, MergedTable> tables;
  private final List<MergeConflict> conflicts = new ArrayList<>();

  /**
   * The rules.
   *
   * @param tables by key; asked only for tables that matter
   */
  MergeRules(Function<String, MergedTable> tables) {
    this.tables = tables;
  }

  /**
   * All that is broken.
   *
   * @param merged the tables that both sides changed, or that were left behind
   * @param changedEdges the edge types of which a side changed rows
   * @param isWhole whether what the sides changed is checked against everything
   */
  List<MergeConflict> broken(
      List<MergedTable> merged, List<EdgeType> changedEdges, boolean isWhole) {
    for (MergedTable table : merged) {
      conflicts.addAll(new TakenValues(table, isWhole).broken());
      conflicts.addAll(new TakenTuples(table, isWhole).broken());
      if (table.sides().type() instanceof EdgeType edge) {
        conflicts.addAll(new EdgeCounts(table, edge, isWhole).broken());
      }
    }
    changedEdges.forEach(this::checkEnds);
    return conflicts.stream().sorted(ORDER).toList();
  }

  private void checkEnds(EdgeType edge) {
    MergedTable sources = tables.apply("node:" + edge.from());
    MergedTable targets = tables.apply("node:" + edge.to());
    if (!sources.hasRemovals() && !targets.hasRemovals()) {
      return;
    }
    LostEnds ends = new LostEnds(tables.apply(edge.tableKey()));
    conflicts.addAll(ends.missing("src", sources));
    conflicts.addAll(ends.missing("dst", targets));
  }

  /** A conflict that no values of single rows are to blame for. */
  static MergeConflict conflict(
      MergedTable table, Kind kind, Optional<String> row, String message) {
    return new MergeConflict(table.key(), row.orElse(null), kind, message, List.of());
  }
}
