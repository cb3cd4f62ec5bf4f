package io.omnigraph.core.plan;

import io.omnigraph.api.Address;
import io.omnigraph.api.kind.Change;
import io.omnigraph.api.kind.Declared;
import io.omnigraph.api.kind.Execution;
import io.omnigraph.api.kind.Operation;
import io.omnigraph.core.kinds.Kinds;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Decides what becomes of each change of one plan (docs/reference/cluster.md §13.3), from what the
 * kinds say about execution, ownership and dependencies.
 */
final class Dispositions {

  private final Kinds kinds;
  private final Map<Address, Change> changes = new TreeMap<>();
  private final Set<Address> approved;
  private final Set<Address> pending;

  /** The owners that lose a carried part, or are to gain one without being created themselves. */
  private final Set<Address> broken = new TreeSet<>();

  Dispositions(Kinds kinds, List<Change> changes, Set<Address> approved, Set<Address> pending) {
    this.kinds = kinds;
    this.approved = approved;
    this.pending = pending;
    changes.forEach(change -> this.changes.put(change.address(), change));
    changes.forEach(this::noteBrokenOwner);
  }

  private void noteBrokenOwner(Change change) {
    Optional<Address> owner = kinds.ownerOf(change.address());
    if (owner.isPresent() && executionOf(change).equals(Optional.of(Execution.CARRIED))) {
      boolean isCarried = ownerChange(change, change.operation()).isPresent();
      if (change.operation() == Operation.DELETE || !isCarried) {
        broken.add(owner.get());
      }
    }
  }

  /** The changes with their dispositions, by address. */
  List<PlannedChange> decide() {
    SortedMap<Address, PlannedChange> planned = new TreeMap<>();
    changes.forEach((address, change) -> planned.put(address, decide(change)));
    blockDependents(planned, new ChangeDependencies(changes.values(), kinds));
    return List.copyOf(planned.values());
  }

  /** What cannot be applied takes its dependents with it, and those theirs. */
  private static void blockDependents(
      Map<Address, PlannedChange> planned, ChangeDependencies graph) {
    List<Address> blocked =
        planned.values().stream()
            .filter(it -> it.disposition() == Disposition.BLOCKED)
            .map(PlannedChange::address)
            .toList();
    graph.spread(
        blocked,
        address -> {
          PlannedChange dependent = planned.get(address);
          if (dependent == null || !dependent.isApplied()) {
            return false;
          }
          planned.put(address, dependent.blocked(Reason.Held.DEPENDENCY_NOT_APPLIED));
          return true;
        });
  }

  private PlannedChange decide(Change change) {
    return executionOf(change)
        .map(execution ->
            switch (execution) {
              case DERIVED -> derived(change);
              case CARRIED -> carried(change);
              case FENCED, RECORDED -> executed(change, execution);
            })
        .orElseGet(() -> unsupported(change));
  }

  private PlannedChange derived(Change change) {
    return broken.contains(change.address())
        ? unsupported(change)
        : new PlannedChange(change, Disposition.DERIVED, null);
  }

  /** Goes the way of the same operation on its owner. */
  private PlannedChange carried(Change change) {
    Optional<PlannedChange> owner = ownerChange(change, change.operation()).map(this::decide);
    if (owner.isEmpty()) {
      return change.operation() == Operation.CREATE
          ? blocked(change, Reason.Held.RECOVERY_PENDING)
          : unsupported(change);
    }
    return following(change, owner.get());
  }

  private PlannedChange executed(Change change, Execution execution) {
    return switch (change) {
      case Change.Create _, Change.Update _ -> written(change);
      case Change.Delete _ -> deleted(change, execution);
    };
  }

  private PlannedChange written(Change change) {
    if (prerequisites(change).map(kinds::rootOf).anyMatch(pending::contains)
        || pending.contains(kinds.rootOf(change.address()))) {
      return blocked(change, Reason.Held.RECOVERY_PENDING);
    }
    if (kinds.ownerOf(change.address()).filter(broken::contains).isPresent()) {
      return blocked(change, Reason.Held.DEPENDENCY_NOT_APPLIED);
    }
    return ifApproved(change);
  }

  private PlannedChange deleted(Change change, Execution execution) {
    // What is derived from its parts goes when they are gone, and takes none of them along.
    Optional<Change> owner = ownerChange(change, Operation.DELETE).filter(it -> !isDerived(it));
    if (owner.isPresent()) {
      PlannedChange decided = decide(owner.get());
      boolean waitsForApproval = execution == Execution.RECORDED && needsApproval(owner.get());
      return !decided.isApplied() && waitsForApproval
          ? blocked(change, Reason.Held.APPROVAL_REQUIRED)
          : following(change, decided);
    }
    if (execution == Execution.FENCED && pending.contains(kinds.rootOf(change.address()))) {
      return blocked(change, Reason.Held.RECOVERY_PENDING);
    }
    return ifApproved(change);
  }

  private PlannedChange ifApproved(Change change) {
    return needsApproval(change) && !approved.contains(change.address())
        ? blocked(change, Reason.Held.APPROVAL_REQUIRED)
        : new PlannedChange(change, Disposition.APPLIED, null);
  }

  private static PlannedChange following(Change change, PlannedChange owner) {
    return switch (owner.disposition()) {
      case APPLIED -> new PlannedChange(change, Disposition.APPLIED, null);
      case BLOCKED -> new PlannedChange(change, Disposition.BLOCKED, owner.reason());
      case DERIVED, DEFERRED -> unsupported(change);
    };
  }

  private static PlannedChange blocked(Change change, Reason reason) {
    return new PlannedChange(change, Disposition.BLOCKED, reason);
  }

  private static PlannedChange unsupported(Change change) {
    return new PlannedChange(change, Disposition.DEFERRED, Reason.Held.UNSUPPORTED_KIND);
  }

  /** What must be applied before a create or update; a deletion needs nothing. */
  private Stream<Address> prerequisites(Change change) {
    return switch (change) {
      case Change.Create(var desired) -> prerequisites(desired);
      case Change.Update(var desired, _, _) -> prerequisites(desired);
      case Change.Delete _ -> Stream.empty();
    };
  }

  private Stream<Address> prerequisites(Declared desired) {
    return Stream.concat(desired.dependsOn().stream(), kinds.ownerOf(desired.address()).stream());
  }

  private Optional<Change> ownerChange(Change change, Operation operation) {
    return kinds
        .ownerOf(change.address())
        .map(changes::get)
        .filter(owner -> owner.operation() == operation);
  }

  private boolean isDerived(Change change) {
    return executionOf(change).equals(Optional.of(Execution.DERIVED));
  }

  private boolean needsApproval(Change change) {
    return kinds
        .of(change.address())
        .flatMap(kind -> kind.approvalReason(change.operation()))
        .isPresent();
  }

  private Optional<Execution> executionOf(Change change) {
    return kinds.of(change.address()).map(kind -> kind.execution(change.operation()));
  }
}
