package io.omnigraph.api.serving;

import io.omnigraph.api.Address;
import io.omnigraph.ground.access.Action;
import java.util.List;
import java.util.function.Function;

/** Who gets as far as having the body of a request read. */
public sealed interface Gate {

  /** Everybody, even without a token; nothing limits how many requests run. */
  record Open() implements Gate {}

  /**
   * Known callers who are allowed what is asked of them here.
   *
   * @param entrance worked out from the request's head; looks nothing up that is stored
   */
  record Guarded(Function<Head, Entrance> entrance) implements Gate {}

  /**
   * What is asked at the gate.
   *
   * @param demands in order; the first that is denied answers the request
   */
  record Entrance(Lane lane, List<Access> demands) {

    public Entrance {
      demands = List.copyOf(demands);
    }
  }

  /** A gate for requests that read, to callers who may do so on some branch. */
  static Gate reading(Action action, Function<Head, Address> resource) {
    return asking(Lane.READ, action, resource);
  }

  /** A gate for requests that write, to callers who may do so on some branch. */
  static Gate writing(Action action, Function<Head, Address> resource) {
    return asking(Lane.WRITE, action, resource);
  }

  /** A gate for known callers, whose rights are looked at when the request has been prepared. */
  static Gate known(Lane lane) {
    return new Guarded(_ -> new Entrance(lane, List.of()));
  }

  private static Gate asking(Lane lane, Action action, Function<Head, Address> resource) {
    return new Guarded(
        head -> new Entrance(lane, List.of(new Access.Reach(action, resource.apply(head)))));
  }
}
