package io.omnigraph.store.merge;

import io.omnigraph.graph.column.ColumnSpec;
import io.omnigraph.graph.failure.MergeConflict;
import io.omnigraph.graph.failure.MergeConflict.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Edges that one side has written and whose ends the other side has removed. */
final class LostEnds {

  private final MergedTable edges;
  private final List<String> changed;

  LostEnds(MergedTable edges) {
    this.edges = edges;
    this.changed = edges.present();
  }

  /**
   * One conflict for each edge without its end.
   *
   * @param end {@code src} or {@code dst}
   */
  List<MergeConflict> missing(String end, MergedTable nodes) {
    ColumnSpec spec = end.equals("src") ? ColumnSpec.SOURCE : ColumnSpec.TARGET;
    List<@Nullable Object> ids = edges.values(spec, changed);
    List<MergeConflict> missing = new ArrayList<>();
    for (int i = 0; i < ids.size(); i++) {
      if (nodes.resolved().get(String.valueOf(ids.get(i))) instanceof Resolution.Gone) {
        missing.add(
            MergeRules.conflict(
                edges,
                Kind.ORPHAN_EDGE,
                Optional.of(changed.get(i)),
                "%s '%s' not found in %s: one side removed it and the other has an edge there"
                    .formatted(end, ids.get(i), nodes.sides().type().name())));
      }
    }
    return missing;
  }
}
