package io.omnigraph.core.plan;

import io.omnigraph.api.kind.Change;
import io.omnigraph.api.kind.Execution;
import io.omnigraph.api.kind.Operation;
import io.omnigraph.api.kind.ResourceKind;
import io.omnigraph.core.kinds.Kinds;
import java.util.List;

/**
 * The applied changes of a plan in the order in which they are carried out: first what is fenced,
 * then what is only recorded, then the deletions. What is carried by its owner appears among the
 * deletions only, for its entry in the ledger.
 *
 * @param fenced creates and updates, by the order of kinds, then by address
 * @param recorded creates and updates, by address
 * @param deletions of every execution, kinds backwards, then by address
 */
public record WorkOrder(List<Change> fenced, List<Change> recorded, List<Change> deletions) {

  public WorkOrder {
    fenced = List.copyOf(fenced);
    recorded = List.copyOf(recorded);
    deletions = List.copyOf(deletions);
  }

  /**
   * The order of the changes that are applied.
   *
   * @param changes by address
   */
  public static WorkOrder of(List<PlannedChange> changes, Kinds kinds) {
    List<Change> applied =
        changes.stream().filter(PlannedChange::isApplied).map(PlannedChange::change).toList();
    List<ResourceKind> forwards = kinds.inOrder();
    return new WorkOrder(
        forwards.stream()
            .flatMap(kind -> applied.stream().filter(it -> isWritten(it, kind, Execution.FENCED)))
            .toList(),
        applied.stream()
            .filter(change ->
                kinds
                    .of(change.address())
                    .filter(kind -> isWritten(change, kind, Execution.RECORDED))
                    .isPresent())
            .toList(),
        forwards.reversed().stream()
            .flatMap(kind -> applied.stream().filter(it -> isDeleted(it, kind)))
            .toList());
  }

  private static boolean isWritten(Change change, ResourceKind kind, Execution execution) {
    return isOf(change, kind)
        && change.operation() != Operation.DELETE
        && kind.execution(change.operation()) == execution;
  }

  private static boolean isDeleted(Change change, ResourceKind kind) {
    return isOf(change, kind) && change.operation() == Operation.DELETE;
  }

  private static boolean isOf(Change change, ResourceKind kind) {
    return change.address().kind().equals(kind.name());
  }
}
