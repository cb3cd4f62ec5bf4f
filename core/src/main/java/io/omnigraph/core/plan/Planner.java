package io.omnigraph.core.plan;

import io.omnigraph.api.Address;
import io.omnigraph.core.desired.DesiredState;
import io.omnigraph.core.kinds.Kinds;
import io.omnigraph.core.ledger.Ledger;
import java.util.List;
import java.util.Set;

/** Works out plans (specification section 13). Pure: reads nothing but its arguments. */
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
    return new Plan(List.of(), List.of(), List.of());
  }

  /** The registered kinds. */
  public Kinds kinds() {
    return kinds;
  }
}
