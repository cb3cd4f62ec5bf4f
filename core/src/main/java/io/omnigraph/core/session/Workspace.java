package io.omnigraph.core.session;

import io.omnigraph.core.desired.ConfigLoader;
import io.omnigraph.core.kinds.Kinds;
import io.omnigraph.core.plan.Planner;
import io.omnigraph.ground.fault.FaultPoints;
import io.omnigraph.ground.process.StopRequest;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.function.Supplier;

/**
 * Where commands run, and what they take from the world.
 *
 * @param directory the config directory, as the user typed it
 * @param ids fresh ULIDs, ascending
 * @param processId of this process, for the lock
 * @param stop whether the process was asked to stop
 */
public record Workspace(
    Path directory,
    Kinds kinds,
    InstantSource clock,
    Supplier<String> ids,
    long processId,
    FaultPoints faults,
    StopRequest stop) {

  /** A loader of the directory's configuration. */
  public ConfigLoader loader() {
    return new ConfigLoader(kinds);
  }

  /** The planner, one and the same for plan, apply and approve. */
  public Planner planner() {
    return new Planner(kinds);
  }
}
