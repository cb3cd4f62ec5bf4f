package io.omnigraph.api.serving;

import io.omnigraph.api.Address;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who may call a route, worked out from a request before its handler runs. */
public sealed interface Access {

  /**
   * Anybody. A route that takes no body is open even without a token; one that takes a body is not
   * looked at before the caller is known.
   */
  record Public() implements Access {}

  /**
   * Whoever passes every check, in order.
   *
   * @param checks the decisions needed; the first that is denied answers the request
   * @param writeCost the bytes that the request counts for in the admission of writes; absent for
   *     requests that are not admitted one by one
   */
  record Checked(List<Check> checks, @Nullable Long writeCost) implements Access {

    public Checked {
      checks = List.copyOf(checks);
    }
  }

  /** The request is answered at once, before any decision: it could not be understood. */
  record Rejected(Problem problem) implements Access {}

  /**
   * One decision.
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
      @Nullable Problem whenDenied) {

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

    /** The resource, if it is not the server. */
    public Optional<Address> target() {
      return Optional.ofNullable(resource);
    }
  }

  /** One decision, for a request that only reads. */
  static Access reading(Check check) {
    return new Checked(List.of(check), null);
  }

  /** One decision, for a request that writes and counts for some bytes. */
  static Access writing(Check check, long bytes) {
    return new Checked(List.of(check), bytes);
  }
}
