package io.omnigraph.core.plan;

import io.omnigraph.api.kind.Change;
import io.omnigraph.ground.Digest;

/** The recorded approvals, as the planner sees them. */
public interface Approvals {

  /** Whether an unconsumed approval is bound to exactly this change under this configuration. */
  boolean covers(Change change, Digest configDigest);

  /** Whether there are unconsumed approvals for the changed resource, but none that covers it. */
  boolean isStale(Change change, Digest configDigest);
}
