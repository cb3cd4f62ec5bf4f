package io.omnigraph.core.cluster;

import io.omnigraph.ground.fault.FaultPoints;
import io.omnigraph.ground.process.StopRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Asks the process to stop when some point is reached, and then goes on, as a signal does. */
final class StoppingAt implements FaultPoints, StopRequest {

  private final Predicate<List<String>> isTime;
  private final List<String> reached = new ArrayList<>();
  private boolean isMade;
  private int deferrals;

  private StoppingAt(Predicate<List<String>> isTime) {
    this.isTime = isTime;
  }

  /** Only counts. */
  static StoppingAt never() {
    return new StoppingAt(_ -> false);
  }

  /** At the n-th point, counted from 0. */
  static StoppingAt step(int number) {
    return new StoppingAt(reached -> reached.size() > number);
  }

  /** At a point, the first time. */
  static StoppingAt point(String name) {
    return new StoppingAt(reached -> reached.getLast().equals(name));
  }

  int points() {
    return reached.size();
  }

  @Override
  public void reached(String point) {
    if (deferrals == 0) {
      throw new AssertionError("the process would have ended at " + point);
    }
    reached.add(point);
    isMade |= isTime.test(reached);
  }

  @Override
  public boolean isMade() {
    return isMade;
  }

  @Override
  public Deferral defer() {
    deferrals++;
    return () -> deferrals--;
  }

  @Override
  public void await() {
    throw new UnsupportedOperationException();
  }
}
