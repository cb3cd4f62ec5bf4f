package io.omnigraph.ground.fault;

import io.omnigraph.ground.process.StopRequest;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Faults listed as {@code point=action}. */
final class ConfiguredFaults implements FaultPoints {

  private static final int KILLED = 137;

  private enum Action {
    FAIL,
    KILL,
    HANG
  }

  private final Map<String, Action> actions;
  private final StopRequest stop;

  private ConfiguredFaults(Map<String, Action> actions, StopRequest stop) {
    this.actions = Map.copyOf(actions);
    this.stop = stop;
  }

  static ConfiguredFaults parse(String list, StopRequest stop) {
    Map<String, Action> actions = new HashMap<>();
    for (String entry : list.split(",", -1)) {
      int equals = entry.indexOf('=');
      if (equals <= 0) {
        throw new IllegalArgumentException(
            "omnigraph.faults: expected `point=action`, found `" + entry + "`");
      }
      String action = entry.substring(equals + 1).strip().toUpperCase(Locale.ROOT);
      actions.put(entry.substring(0, equals).strip(), Action.valueOf(action));
    }
    return new ConfiguredFaults(actions, stop);
  }

  @Override
  public void reached(String point) {
    switch (actions.get(point)) {
      case FAIL -> throw new InjectedFault(point);
      case KILL -> Runtime.getRuntime().halt(KILLED);
      case HANG -> hang(point);
      case null -> {}
    }
  }

  private void hang(String point) {
    System.err.println("hanging at " + point);
    try {
      stop.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InjectedFault(point, e);
    }
  }
}
