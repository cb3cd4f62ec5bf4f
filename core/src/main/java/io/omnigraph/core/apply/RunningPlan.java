package io.omnigraph.core.apply;

import io.omnigraph.api.Address;
import io.omnigraph.api.kind.Change;
import io.omnigraph.api.kind.Execution;
import io.omnigraph.core.kinds.Kinds;
import io.omnigraph.core.plan.ChangeDependencies;
import io.omnigraph.core.plan.Plan;
import io.omnigraph.core.plan.PlannedChange;
import io.omnigraph.core.plan.Reason;
import io.omnigraph.core.plan.WorkOrder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** A plan while it is carried out: what fails takes along what depends on it. One thread. */
final class RunningPlan {

  private final Kinds kinds;
  private final ChangeDependencies graph;
  private final SortedMap<Address, PlannedChange> changes = new TreeMap<>();
  private final Set<Address> done = new HashSet<>();

  RunningPlan(Plan plan, Kinds kinds) {
    this.kinds = kinds;
    plan.changes().forEach(change -> changes.put(change.address(), change));
    this.graph =
        new ChangeDependencies(plan.changes().stream().map(PlannedChange::change).toList(), kinds);
  }

  /** All changes with their dispositions as they stand, by address. */
  List<PlannedChange> changes() {
    return List.copyOf(changes.values());
  }

  /** The order in which they are carried out. */
  WorkOrder order() {
    return WorkOrder.of(changes(), graph, kinds);
  }

  boolean isApplied(Address address) {
    PlannedChange planned = changes.get(address);
    return planned != null && planned.isApplied();
  }

  Optional<Execution> execution(Change change) {
    return kinds.of(change.address()).map(kind -> kind.execution(change.operation()));
  }

  /** Why a change needs an approval; empty when it does not. */
  Optional<String> approvalReason(Change change) {
    return kinds.of(change.address()).flatMap(kind -> kind.approvalReason(change.operation()));
  }

  /** The changes that are done together with a change of their owner. */
  List<Change> carriedBy(Change owner) {
    return kinds.ownedBy(owner.address(), changes).values().stream()
        .filter(PlannedChange::isApplied)
        .map(PlannedChange::change)
        .filter(change -> change.operation() == owner.operation())
        .filter(change -> execution(change).filter(Execution.CARRIED::equals).isPresent())
        .toList();
  }

  /** Whether a change is the deletion of something whose owner is deleted as well. */
  boolean goesWithOwner(Change change) {
    return graph.goesWithOwner(change) && isApplied(kinds.ownerOf(change.address()).orElseThrow());
  }

  /**
   * A change was carried out.
   *
   * @return it, what it carries, and what is deleted with it: everything that is done now
   */
  List<Change> done(Change change) {
    List<Change> all = new ArrayList<>(List.of(change));
    all.addAll(carriedBy(change));
    kinds.ownedBy(change.address(), changes).values().stream()
        .map(PlannedChange::change)
        .filter(graph::goesWithOwner)
        .forEach(all::add);
    all.forEach(each -> done.add(each.address()));
    return List.copyOf(all);
  }

  /** Nothing more is carried out: everything that is not done yet is blocked. */
  void stopped() {
    for (PlannedChange planned : changes()) {
      if (isOpen(planned.address())) {
        block(planned.address(), Reason.Held.INTERRUPTED);
      }
    }
  }

  /** A recorded change was not carried out: it and what depends on it are blocked. */
  void failed(Address address, Reason reason) {
    block(address, reason);
    blockDependents(Set.of(address));
  }

  /**
   * A fenced operation was not carried out: it, everything of the same owner, and what depends on
   * any of these are blocked.
   */
  void failedWithFamily(Address address, Reason reason) {
    block(address, reason);
    Address root = kinds.rootOf(address);
    Set<Address> failed = new HashSet<>(kinds.ownedBy(root, changes).keySet());
    failed.add(root);
    failed.add(address);
    for (Address other : List.copyOf(failed)) {
      if (isOpen(other)) {
        block(other, Reason.Held.DEPENDENCY_NOT_APPLIED);
      }
    }
    blockDependents(failed);
  }

  private void blockDependents(Set<Address> failed) {
    graph.spread(
        new ArrayList<>(failed),
        dependent -> {
          boolean isStuck = isOpen(dependent);
          if (isStuck) {
            block(dependent, Reason.Held.DEPENDENCY_NOT_APPLIED);
          }
          return isStuck;
        });
  }

  /** Whether a change is still to be carried out. */
  private boolean isOpen(Address address) {
    return isApplied(address) && !done.contains(address);
  }

  private void block(Address address, Reason reason) {
    changes.computeIfPresent(address, (_, planned) -> planned.blocked(reason));
  }
}
