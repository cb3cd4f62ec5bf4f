package io.omnigraph.core.plan;

import io.omnigraph.api.kind.Change;
import io.omnigraph.api.kind.Operation;
import io.omnigraph.api.kind.ResourceKind;
import io.omnigraph.core.kinds.Kinds;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The applied changes of a plan in the order in which they are carried out. What is carried by its
 * owner appears among the deletions only, for its entry in the ledger.
 *
 * @param writes creates and updates, fenced and recorded, each after what it depends on; where that
 *     says nothing, first what is fenced, by the order of kinds, then what is recorded, by address
 * @param deletions of every execution, each after what is recorded to depend on it; where that says
 *     nothing, kinds backwards, then by address
 */
public record WorkOrder(List<Change> writes, List<Change> deletions) {

  public WorkOrder {
    writes = List.copyOf(writes);
    deletions = List.copyOf(deletions);
  }

  /**
   * The order of the changes that are applied.
   *
   * @param graph of all changes
   */
  public static WorkOrder of(List<PlannedChange> changes, ChangeDependencies graph, Kinds kinds) {
    Set<Change> applied = new HashSet<>();
    changes.stream().filter(PlannedChange::isApplied).forEach(it -> applied.add(it.change()));
    List<Change> ordered = graph.inOrder(ties(kinds)).stream().filter(applied::contains).toList();
    return new WorkOrder(
        ordered.stream().filter(it -> isWritten(it, kinds)).toList(),
        ordered.stream().filter(WorkOrder::isDeletion).toList());
  }

  private static Comparator<Change> ties(Kinds kinds) {
    Map<String, Integer> ranks = new HashMap<>();
    for (ResourceKind kind : kinds.inOrder()) {
      ranks.put(kind.name(), ranks.size());
    }
    return Comparator.comparing((Change change) -> Phase.of(change, kinds))
        .thenComparingInt(change -> {
          int rank = ranks.getOrDefault(change.address().kind(), -1);
          return switch (Phase.of(change, kinds)) {
            case FENCED_WRITE -> rank;
            case NOTHING, RECORDED_WRITE -> 0;
            case DELETION -> -rank;
          };
        })
        .thenComparing(Change::address);
  }

  /** What goes first where dependencies say nothing. */
  private enum Phase {
    NOTHING,
    FENCED_WRITE,
    RECORDED_WRITE,
    DELETION;

    static Phase of(Change change, Kinds kinds) {
      if (isDeletion(change)) {
        return DELETION;
      }
      return kinds
          .of(change.address())
          .map(kind ->
              switch (kind.execution(change.operation())) {
                case DERIVED, CARRIED -> NOTHING;
                case FENCED -> FENCED_WRITE;
                case RECORDED -> RECORDED_WRITE;
              })
          .orElse(NOTHING);
    }
  }

  private static boolean isDeletion(Change change) {
    return change.operation() == Operation.DELETE;
  }

  private static boolean isWritten(Change change, Kinds kinds) {
    Phase phase = Phase.of(change, kinds);
    return phase == Phase.FENCED_WRITE || phase == Phase.RECORDED_WRITE;
  }
}
