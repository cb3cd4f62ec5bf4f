package io.omnigraph.core.apply;

import io.omnigraph.api.Address;
import io.omnigraph.api.kind.Change;
import io.omnigraph.api.kind.Execution;
import io.omnigraph.core.kinds.Kinds;
import io.omnigraph.core.plan.Plan;
import io.omnigraph.core.plan.PlannedChange;
import io.omnigraph.core.plan.Reason;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** A plan while it is carried out: what fails takes along what depends on it. One thread. */
final class RunningPlan {

  private final Kinds kinds;
  private final SortedMap<Address, PlannedChange> changes = new TreeMap<>();

  RunningPlan(Plan plan, Kinds kinds) {
    this.kinds = kinds;
    plan.changes().forEach(change -> changes.put(change.address(), change));
  }

  /** All changes with their dispositions as they stand, by address. */
  List<PlannedChange> changes() {
    return List.copyOf(changes.values());
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
    return changes.values().stream()
        .filter(PlannedChange::isApplied)
        .map(PlannedChange::change)
        .filter(change -> change.operation() == owner.operation())
        .filter(
            change -> kinds.ownerOf(change.address()).filter(owner.address()::equals).isPresent())
        .filter(change -> execution(change).filter(Execution.CARRIED::equals).isPresent())
        .toList();
  }

  /** A recorded change was not carried out: it and what depends on it are blocked. */
  void failed(Address address, String reason) {
    block(address, reason);
    blockDependents(new HashSet<>(Set.of(address)));
  }

  /**
   * A fenced operation was not carried out: it, everything of the same owner, and what depends on
   * any of these are blocked.
   */
  void failedWithFamily(Address address, String reason) {
    block(address, reason);
    Address root = kinds.rootOf(address);
    Set<Address> failed = new HashSet<>(List.of(address, root));
    for (Address other : family(root)) {
      failed.add(other);
      if (isApplied(other)) {
        block(other, Reason.DEPENDENCY_NOT_APPLIED);
      }
    }
    blockDependents(failed);
  }

  private NavigableSet<Address> family(Address root) {
    NavigableSet<Address> family = new TreeSet<>();
    changes.keySet().stream().filter(it -> kinds.rootOf(it).equals(root)).forEach(family::add);
    return Collections.unmodifiableNavigableSet(family);
  }

  private void blockDependents(Set<Address> failed) {
    boolean isSettled = false;
    while (!isSettled) {
      isSettled = true;
      for (PlannedChange planned : changes()) {
        if (planned.isApplied() && dependsOnAny(planned.change(), failed)) {
          block(planned.address(), Reason.DEPENDENCY_NOT_APPLIED);
          failed.add(planned.address());
          isSettled = false;
        }
      }
    }
  }

  private static boolean dependsOnAny(Change change, Set<Address> failed) {
    return switch (change) {
      case Change.Create(var desired) -> !Collections.disjoint(desired.dependsOn(), failed);
      case Change.Update(var desired, _, _) -> !Collections.disjoint(desired.dependsOn(), failed);
      case Change.Delete _ -> false;
    };
  }

  private void block(Address address, String reason) {
    changes.computeIfPresent(address, (_, planned) -> planned.blocked(reason));
  }
}
