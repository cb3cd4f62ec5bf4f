package io.omnigraph.graph.diff;

import io.omnigraph.graph.commit.Commit;
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

/**
 * The net difference between two states of a graph: what was changed and changed back does not
 * show. Types are told apart by their names, so that all entities of a renamed type are gone under
 * its old name and new under the new one.
 */
public final class GraphDiff {

  private final DiffSide before;
  private final DiffSide after;

  /** The difference between two states. */
  public GraphDiff(DiffSide before, DiffSide after) {
    this.before = before;
    this.after = after;
  }

  /** The commit of the first state. */
  public Commit from() {
    return before.commit().toCommit();
  }

  /** The commit of the second state. */
  public Commit to() {
    return after.commit().toCommit();
  }

  /**
   * Passes on the differences, by table key and then by id, and counts them. Values are read a few
   * at a time while they are passed on.
   */
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
