package io.omnigraph.core.plan;

import io.omnigraph.api.Address;
import io.omnigraph.api.kind.Change;
import io.omnigraph.api.kind.Declared;
import io.omnigraph.api.kind.Execution;
import io.omnigraph.api.kind.Operation;
import io.omnigraph.api.kind.Recorded;
import io.omnigraph.core.kinds.Kinds;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * What the changes of a plan have to do with each other: creates and updates follow what they are
 * declared to depend on and their owners, deletions follow whatever is recorded to depend on what
 * is deleted. Immutable.
 */
public final class ChangeDependencies {

  private final Kinds kinds;
  private final Map<Address, Change> changes = new TreeMap<>();
  private final Map<Address, Set<Address>> successors = new HashMap<>();
  private final Map<Address, Set<Address>> dependents = new HashMap<>();

  /** Those of some changes, each of another resource. */
  public ChangeDependencies(Collection<Change> changes, Kinds kinds) {
    this.kinds = kinds;
    changes.forEach(change -> this.changes.put(change.address(), change));
    changes.forEach(this::connect);
  }

  private void connect(Change change) {
    switch (change) {
      case Change.Create(var desired) -> written(change, desired);
      case Change.Update(var desired, var recorded, _) -> {
        written(change, desired);
        released(change, recorded);
      }
      case Change.Delete(_, var recorded) -> {
        released(change, recorded);
        ownerChange(change)
            .ifPresent(owner -> {
              precedes(change.address(), owner.address());
              add(dependents, owner.address(), change.address());
            });
      }
    }
  }

  private void written(Change change, Declared desired) {
    Optional<Address> owner = kinds.ownerOf(change.address());
    desired.dependsOn().forEach(need -> needs(change.address(), need));
    owner.ifPresent(need -> needs(change.address(), need));
    if (ownerChange(change).isPresent() && isCarried(change)) {
      // It is done together with its owner, which therefore has to wait for the same things.
      Address carrier = owner.orElseThrow();
      desired.dependsOn().stream()
          .filter(need -> !kinds.rootOf(need).equals(carrier))
          .forEach(need -> needs(carrier, need));
    }
  }

  /** What is deleted goes after whatever is recorded to depend on it. */
  private void released(Change change, Recorded recorded) {
    for (Address old : recorded.dependsOn()) {
      if (changes.get(old) instanceof Change.Delete) {
        precedes(change.address(), old);
        add(dependents, change.address(), old);
      }
    }
  }

  private void needs(Address address, Address need) {
    if (changes.containsKey(need)) {
      precedes(need, address);
    }
    add(dependents, need, address);
  }

  private void precedes(Address first, Address second) {
    add(successors, first, second);
  }

  private static void add(Map<Address, Set<Address>> edges, Address from, Address to) {
    edges.computeIfAbsent(from, _ -> new HashSet<>()).add(to);
  }

  private Optional<Change> ownerChange(Change change) {
    return kinds
        .ownerOf(change.address())
        .map(changes::get)
        .filter(owner -> owner.operation() == change.operation());
  }

  private boolean isCarried(Change change) {
    return kinds
        .of(change.address())
        .filter(kind -> kind.execution(change.operation()) == Execution.CARRIED)
        .isPresent();
  }

  /**
   * All changes, each after those that have to be done before it.
   *
   * @param ties which goes first where both orders are possible
   */
  List<Change> inOrder(Comparator<Change> ties) {
    Map<Address, Integer> missing = new HashMap<>();
    successors
        .values()
        .forEach(after -> after.forEach(address -> missing.merge(address, 1, Integer::sum)));
    PriorityQueue<Change> ready = new PriorityQueue<>(ties);
    changes.values().stream()
        .filter(change -> !missing.containsKey(change.address()))
        .forEach(ready::add);
    Map<Address, Change> waiting = new TreeMap<>(changes);
    List<Change> ordered = new ArrayList<>();
    while (!waiting.isEmpty()) {
      // Declared circles are refused; those of a ledger, or by way of owners, are broken somewhere.
      Change next =
          ready.isEmpty()
              ? waiting.values().stream().min(ties).orElseThrow(IllegalStateException::new)
              : ready.remove();
      if (waiting.remove(next.address()) == null) {
        continue;
      }
      ordered.add(next);
      for (Address after : successors.getOrDefault(next.address(), Set.of())) {
        if (missing.merge(after, -1, Integer::sum) == 0 && waiting.containsKey(after)) {
          ready.add(waiting.get(after));
        }
      }
    }
    return List.copyOf(ordered);
  }

  /**
   * Goes from what is not applied to everything that cannot be applied either.
   *
   * @param from resources, changed or not
   * @param takes told of each resource that something not applied stands in the way of, perhaps
   *     several times; whether it goes on from there
   */
  public void spread(Collection<Address> from, Predicate<Address> takes) {
    Deque<Address> reached = new ArrayDeque<>(from);
    while (!reached.isEmpty()) {
      for (Address dependent : dependents.getOrDefault(reached.remove(), Set.of())) {
        if (takes.test(dependent)) {
          reached.add(dependent);
        }
      }
    }
  }

  /** Whether a deletion is a part of the deletion of its owner. */
  public boolean goesWithOwner(Change change) {
    return change.operation() == Operation.DELETE && ownerChange(change).isPresent();
  }
}
