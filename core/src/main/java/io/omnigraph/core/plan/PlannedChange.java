package io.omnigraph.core.plan;

import io.omnigraph.api.Address;
import io.omnigraph.api.kind.Change;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A change and what becomes of it.
 *
 * @param reason absent where the disposition needs none
 */
public record PlannedChange(Change change, Disposition disposition, @Nullable Reason reason) {

  /** The resource. */
  public Address address() {
    return change.address();
  }

  /** The reason, if there is one. */
  public Optional<Reason> because() {
    return Optional.ofNullable(reason);
  }

  /** Whether it is executed. */
  public boolean isApplied() {
    return disposition == Disposition.APPLIED;
  }

  /** The same change, blocked for a reason. */
  public PlannedChange blocked(Reason why) {
    return new PlannedChange(change, Disposition.BLOCKED, why);
  }
}
