package io.omnigraph.core.cluster;

import io.omnigraph.ground.fault.FaultPoints;
import io.omnigraph.ground.fault.InjectedFault;
import java.util.ArrayList;
import java.util.List;

/** Notes the points that are reached, and fails at one of them. */
final class FailingAt implements FaultPoints {

  private final int failing;
  private final List<String> reached = new ArrayList<>();

  private FailingAt(int failing) {
    this.failing = failing;
  }

  /** Only notes. */
  static FailingAt never() {
    return new FailingAt(-1);
  }

  /** Fails at the n-th point, counted from 0, and never again. */
  static FailingAt step(int number) {
    return new FailingAt(number);
  }

  List<String> reached() {
    return List.copyOf(reached);
  }

  @Override
  public void reached(String point) {
    reached.add(point);
    if (reached.size() - 1 == failing) {
      throw new InjectedFault(point);
    }
  }
}
