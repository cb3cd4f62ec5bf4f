package io.omnigraph.core.plan;

import io.omnigraph.api.Address;
import io.omnigraph.api.kind.Change;
import io.omnigraph.api.kind.Declared;
import io.omnigraph.api.kind.Difference;
import io.omnigraph.api.kind.Execution;
import io.omnigraph.api.kind.ResourceKind;
import io.omnigraph.core.desired.DesiredState;
import io.omnigraph.core.kinds.Kinds;
import io.omnigraph.core.ledger.Ledger;
import io.omnigraph.ground.Diagnostic;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Works out plans (docs/reference/cluster.md §13). Pure: reads nothing but its arguments. */
public final class Planner {

  private final Kinds kinds;

  /** A planner for the registered kinds. */
  public Planner(Kinds kinds) {
    this.kinds = kinds;
  }

  /**
   * The plan from a ledger to a desired state.
   *
   * @param pending the owning resources with an unsettled recovery; what belongs to them, or is
   *     bound to them, is blocked
   */
  public Plan plan(DesiredState desired, Ledger ledger, Approvals approvals, Set<Address> pending) {
    List<Change> changes = changes(desired, ledger);
    List<Plan.Gate> gates = gates(changes, desired, approvals);
    Set<Address> approved = new TreeSet<>();
    gates.stream().filter(Plan.Gate::isSatisfied).forEach(gate -> approved.add(gate.address()));
    var dispositions = new Dispositions(kinds, changes, approved, pending);
    return new Plan(dispositions.decide(), gates, stale(changes, desired, approvals));
  }

  /** Everything that differs between a ledger and a desired state, by address. */
  public List<Change> changes(DesiredState desired, Ledger ledger) {
    List<Change> changes = new ArrayList<>();
    desired
        .resources()
        .forEach((address, resource) -> {
          var recorded = ledger.resources().get(address);
          if (recorded == null) {
            changes.add(new Change.Create(resource));
            return;
          }
          Difference difference = kindOf(resource).diff(resource, recorded);
          if (difference != Difference.NONE) {
            changes.add(new Change.Update(resource, recorded, difference));
          }
        });
    ledger
        .resources()
        .forEach((address, recorded) -> {
          if (desired.resource(address).isEmpty()) {
            changes.add(new Change.Delete(address, recorded));
          }
        });
    changes.sort(Comparator.comparing(Change::address));
    return List.copyOf(changes);
  }

  /** Whether nothing differs. */
  public boolean isConverged(DesiredState desired, Ledger ledger) {
    return changes(desired, ledger).isEmpty();
  }

  private ResourceKind kindOf(Declared resource) {
    return kinds
        .of(resource.address())
        .orElseThrow(
            () -> new IllegalArgumentException("nobody declares `" + resource.address() + "`"));
  }

  /** The changes that need an approval; what goes with its owner needs none of its own. */
  private List<Plan.Gate> gates(List<Change> changes, DesiredState desired, Approvals approvals) {
    Set<Address> deleted = new TreeSet<>();
    changes.stream()
        .filter(Change.Delete.class::isInstance)
        .filter(change -> !isDerived(change))
        .forEach(change -> deleted.add(change.address()));
    List<Plan.Gate> gates = new ArrayList<>();
    for (Change change : changes) {
      if (kinds.ownerOf(change.address()).filter(deleted::contains).isEmpty()) {
        kinds
            .of(change.address())
            .flatMap(kind -> kind.approvalReason(change.operation()))
            .map(reason ->
                new Plan.Gate(
                    change.address(), reason, approvals.covers(change, desired.configDigest())))
            .ifPresent(gates::add);
      }
    }
    return gates;
  }

  private boolean isDerived(Change change) {
    return kinds
        .of(change.address())
        .filter(kind -> kind.execution(change.operation()) == Execution.DERIVED)
        .isPresent();
  }

  private static List<Diagnostic> stale(
      List<Change> changes, DesiredState desired, Approvals approvals) {
    return changes.stream()
        .filter(change -> approvals.isStale(change, desired.configDigest()))
        .map(change ->
            Diagnostic.warning(
                "approval_stale",
                change.address().toString(),
                "the approval of `%s` was given for another state of the cluster; approve it again"
                    .formatted(change.address())))
        .toList();
  }
}
