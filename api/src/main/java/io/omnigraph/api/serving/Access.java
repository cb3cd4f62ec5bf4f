package io.omnigraph.api.serving;

import io.omnigraph.api.Address;
import io.omnigraph.ground.access.Action;
import io.omnigraph.ground.access.Deed;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Something that a caller must be allowed. */
public sealed interface Access {

  /** What is done. */
  Action action();

  /** What is acted on, if it is not the server itself. */
  Optional<Address> target();

  /**
   * A decision, for good.
   *
   * @param deed what is done
   * @param resource what is acted on; absent for the server itself
   * @param whenDenied what a denial is answered with instead of 403, to hide that something exists
   */
  record Check(Deed deed, @Nullable Address resource, @Nullable Problem whenDenied)
      implements Access {

    /** A check of something that is done to a resource. */
    public static Check of(Deed deed, Address resource) {
      return new Check(deed, resource, null);
    }

    /** A check on a resource without a branch. */
    public static Check on(Action action, Address resource) {
      return of(Deed.of(action), resource);
    }

    /** A check on a branch of a resource. */
    public static Check onBranch(Action action, Address resource, String branch) {
      return of(Deed.on(action, branch), resource);
    }

    /** A check on the server itself. */
    public static Check onServer(Action action) {
      return new Check(Deed.of(action), null, null);
    }

    /** The same check, with a denial answered by {@code problem}. */
    public Check hiddenBehind(Problem problem) {
      return new Check(deed, resource, problem);
    }

    @Override
    public Action action() {
      return deed.action();
    }

    @Override
    public Optional<Address> target() {
      return Optional.ofNullable(resource);
    }
  }

  /**
   * Whether there can be any branch on which an action is allowed. Who may act on none is turned
   * away before it is known which one a request means, and learns nothing about what exists.
   *
   * @param resource what is acted on
   */
  record Reach(Action action, Address resource) implements Access {

    @Override
    public Optional<Address> target() {
      return Optional.of(resource);
    }
  }
}
