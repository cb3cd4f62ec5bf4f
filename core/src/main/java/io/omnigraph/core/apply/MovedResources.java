package io.omnigraph.core.apply;

import io.omnigraph.api.Address;
import io.omnigraph.api.kind.Execution;
import io.omnigraph.api.kind.LookContext;
import io.omnigraph.api.kind.Operation;
import io.omnigraph.core.kinds.Kinds;
import io.omnigraph.core.ledger.LedgerDraft;
import io.omnigraph.core.plan.PlannedChange;
import io.omnigraph.ground.Diagnostic;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The resources that a run has moved, with their owners: what was observed of them before is no
 * longer so.
 */
record MovedResources(SortedSet<Address> addresses) {

  /**
   * Those of a run.
   *
   * @param rolledForward the owning resources of what an earlier run has moved
   */
  static MovedResources of(RunningPlan plan, Set<Address> rolledForward, Kinds kinds) {
    SortedSet<Address> moved = new TreeSet<>(rolledForward);
    plan.changes().stream()
        .filter(PlannedChange::isApplied)
        .map(PlannedChange::change)
        .filter(change -> change.operation() != Operation.DELETE)
        .filter(change -> plan.execution(change).filter(Execution.FENCED::equals).isPresent())
        .forEach(change -> {
          moved.add(change.address());
          moved.add(kinds.rootOf(change.address()));
        });
    return new MovedResources(moved);
  }

  /** Writes into a draft what is there now. The findings are about what could not be looked at. */
  List<Diagnostic> observe(LedgerDraft draft, Kinds kinds, LookContext context) {
    List<Diagnostic> findings = new ArrayList<>();
    for (Address address : addresses) {
      try {
        context
            .declared(address)
            .flatMap(declared -> kinds.of(address).flatMap(kind -> kind.observe(declared, context)))
            .ifPresent(seen -> draft.observed(address, seen.record()));
      } catch (UncheckedIOException e) {
        String message =
            "applied, but it could not be looked at afterwards (%s); `cluster refresh` looks again"
                .formatted(e.getMessage());
        findings.add(Diagnostic.warning("observation_failed", address.toString(), message));
      }
    }
    return findings;
  }
}
