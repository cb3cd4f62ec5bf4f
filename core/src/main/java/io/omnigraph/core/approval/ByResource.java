package io.omnigraph.core.approval;

import io.omnigraph.api.Address;
import io.omnigraph.api.kind.Operation;
import io.omnigraph.core.kinds.Kinds;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Approvals by what they are about, so that one change is compared with its own alone. Immutable.
 * What is about nothing that has an address fits no change.
 */
final class ByResource {

  private final SortedMap<Address, List<Approval>> approvals = new TreeMap<>();

  ByResource(List<Approval> all) {
    for (Approval approval : all) {
      Address.parse(approval.resource())
          .ifPresent(
              about -> approvals.computeIfAbsent(about, _ -> new ArrayList<>()).add(approval));
    }
  }

  /** Those about a resource, in the order of their ids. */
  List<Approval> about(Address resource) {
    return approvals.getOrDefault(resource, List.of());
  }

  /** Those that an operation on a resource, once it was carried out, leaves nothing to approve. */
  List<Approval> spentBy(Operation done, Address subject, Kinds kinds) {
    List<Approval> candidates = new ArrayList<>(about(subject));
    kinds.ownedBy(subject, approvals).values().forEach(candidates::addAll);
    return candidates.stream()
        .filter(approval -> approval.isSpentBy(done, subject, kinds::ownerOf))
        .toList();
  }
}
