package io.omnigraph.core.plan;

import io.omnigraph.api.Address;
import io.omnigraph.ground.Diagnostic;
import java.util.List;

/**
 * All changes between desired and recorded state, by address, with what approvals they need. The
 * plan that is shown and the plan that is executed are the same value.
 *
 * @param gates the changes that need an approval
 * @param diagnostics such as stale approvals
 */
public record Plan(List<PlannedChange> changes, List<Gate> gates, List<Diagnostic> diagnostics) {

  public Plan {
    changes = List.copyOf(changes);
    gates = List.copyOf(gates);
    diagnostics = List.copyOf(diagnostics);
  }

  /** A plan without changes, also for commands that came to no plan. */
  public static Plan none() {
    return new Plan(List.of(), List.of(), List.of());
  }

  /**
   * A change that needs an approval.
   *
   * @param reason why
   * @param isSatisfied whether a matching approval is recorded
   */
  public record Gate(Address address, String reason, boolean isSatisfied) {}
}
