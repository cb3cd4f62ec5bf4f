package io.omnigraph.store;

import io.omnigraph.ground.fault.FaultPoints;
import io.omnigraph.ground.fault.InjectedFault;

/** Faults for tests. */
public final class TestFaults {

  private TestFaults() {}

  /** Fails at one point, every time. */
  public static FaultPoints at(String point) {
    return reached -> {
      if (reached.equals(point)) {
        throw new InjectedFault(point);
      }
    };
  }
}
