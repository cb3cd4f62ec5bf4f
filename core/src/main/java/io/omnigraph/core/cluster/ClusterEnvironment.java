package io.omnigraph.core.cluster;

import io.omnigraph.ground.fault.FaultPoints;
import io.omnigraph.ground.process.StopRequest;
import java.time.InstantSource;
import java.util.function.Supplier;

/**
 * What a cluster takes from the world.
 *
 * @param ids fresh ULIDs, ascending
 * @param processId of this process, for the lock
 * @param stop whether the process was asked to stop
 */
public record ClusterEnvironment(
    InstantSource clock,
    Supplier<String> ids,
    long processId,
    FaultPoints faults,
    StopRequest stop) {

  /** The real clock, and ULIDs. */
  public static ClusterEnvironment system(FaultPoints faults, StopRequest stop) {
    return new ClusterEnvironment(
        InstantSource.system(),
        () -> com.github.f4b6a3.ulid.UlidCreator.getMonotonicUlid().toString(),
        ProcessHandle.current().pid(),
        faults,
        stop);
  }
}
