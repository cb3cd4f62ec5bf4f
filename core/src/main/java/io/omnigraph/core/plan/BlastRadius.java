package io.omnigraph.core.plan;

import io.omnigraph.api.Address;
import io.omnigraph.api.kind.Declared;
import io.omnigraph.core.desired.DesiredState;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Who feels a change: the declared resources that directly depend on what changes. */
public final class BlastRadius {

  private BlastRadius() {}

  /**
   * The direct dependents of each changed resource that has any, changed themselves or not.
   *
   * @param changes of a plan for {@code desired}
   */
  public static SortedMap<Address, SortedSet<Address>> of(
      List<PlannedChange> changes, DesiredState desired) {
    SortedSet<Address> changed = new TreeSet<>();
    changes.forEach(change -> changed.add(change.address()));
    SortedMap<Address, SortedSet<Address>> affected = new TreeMap<>();
    for (Declared dependent : desired.resources().values()) {
      for (Address dependency : dependent.dependsOn()) {
        if (changed.contains(dependency)) {
          affected.computeIfAbsent(dependency, _ -> new TreeSet<>()).add(dependent.address());
        }
      }
    }
    return affected;
  }
}
