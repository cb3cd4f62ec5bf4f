package io.omnigraph.store.diff;

import io.omnigraph.graph.commit.Commit;
import io.omnigraph.graph.diff.ChangeOp;
import io.omnigraph.graph.diff.DiffFilter;
import io.omnigraph.graph.diff.DiffStats;
import io.omnigraph.graph.diff.EntityChange;
import io.omnigraph.graph.diff.GraphDiff;
import io.omnigraph.schema.catalog.GraphType;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The difference between two commits of a stored graph, from the parts that they do not share. */
public final class StoredDiff implements GraphDiff {

  private final DiffSide before;
  private final DiffSide after;

  /** The difference between two states. */
  public StoredDiff(DiffSide before, DiffSide after) {
    this.before = before;
    this.after = after;
  }

  @Override
  public Commit from() {
    return before.commit().toCommit();
  }

  @Override
  public Commit to() {
    return after.commit().toCommit();
  }

  @Override
  public DiffStats each(DiffFilter filter, Consumer<EntityChange> action) {
    Map<ChangeOp, Long> counts = new EnumMap<>(ChangeOp.class);
    SortedSet<String> affected = new TreeSet<>();
    for (GraphType type : types()) {
      if (filter.takes(type) && !before.shares(type.tableKey(), after)) {
        new TableDiff(before, after, type)
            .each(
                change -> filter.takes(change.op()),
                change -> {
                  counts.merge(change.op(), 1L, Long::sum);
                  affected.add(change.typeName());
                  action.accept(change);
                });
      }
    }
    return new DiffStats(
        counts.getOrDefault(ChangeOp.INSERT, 0L),
        counts.getOrDefault(ChangeOp.UPDATE, 0L),
        counts.getOrDefault(ChangeOp.DELETE, 0L),
        new ArrayList<>(affected));
  }

  private List<GraphType> types() {
    SortedMap<String, GraphType> types = new TreeMap<>();
    Stream.concat(before.types(), after.types()).forEach(type -> types.put(type.tableKey(), type));
    return List.copyOf(types.values());
  }
}
