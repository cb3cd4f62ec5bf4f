package io.omnigraph.api.serving;

import io.omnigraph.api.Address;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Something that a caller must be allowed. */
public sealed interface Access {

  /** The action, such as {@code read}. */
  String action();

  /** What is acted on, if it is not the server itself. */
  Optional<Address> target();

  /**
   * A decision, for good.
   *
   * @param action such as {@code read}
   * @param resource what is acted on; absent for the server itself
   * @param branch that is acted on; absent when none is
   * @param targetBranch that is acted on; absent when none is
   * @param whenDenied what a denial is answered with instead of 403, to hide that something exists
   */
  record Check(
      String action,
      @Nullable Address resource,
      @Nullable String branch,
      @Nullable String targetBranch,
      @Nullable Problem whenDenied)
      implements Access {

    /** A check on a resource without a branch. */
    public static Check on(String action, Address resource) {
      return new Check(action, resource, null, null, null);
    }

    /** A check on a branch of a resource. */
    public static Check onBranch(String action, Address resource, String branch) {
      return new Check(action, resource, branch, null, null);
    }

    /** A check on the server itself. */
    public static Check onServer(String action) {
      return new Check(action, null, null, null, null);
    }

    /** The same check, with a denial answered by {@code problem}. */
    public Check hiddenBehind(Problem problem) {
      return new Check(action, resource, branch, targetBranch, problem);
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
  record Reach(String action, Address resource) implements Access {

    @Override
    public Optional<Address> target() {
      return Optional.of(resource);
    }
  }
}
