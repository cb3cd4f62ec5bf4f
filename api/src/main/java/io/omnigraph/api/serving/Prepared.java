package io.omnigraph.api.serving;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A request that a route has understood: everything in it is parsed and found, so that what is
 * judged and what is done come from one reading.
 *
 * @param <O> the type of a successful reply
 */
public sealed interface Prepared<O> {

  /** The request is answered at once: it could not be understood. */
  record Refused<O>(Problem problem) implements Prepared<O> {}

  /**
   * The request can be carried out for whoever passes the checks.
   *
   * @param checks in order; the first that is denied answers the request
   * @param work carries it out
   */
  record Ready<O>(List<Access.Check> checks, Work<O> work) implements Prepared<O> {

    public Ready {
      checks = List.copyOf(checks);
    }
  }

  /** Carries out a request that was judged. Run once, on a virtual thread. */
  @FunctionalInterface
  interface Work<O> {

    /**
     * The reply. Expected failures are replies too; an exception becomes 500 and is logged.
     *
     * @throws InterruptedException when the client went away or the server stops
     */
    Reply<O> run() throws InterruptedException;
  }

  /** A request that is answered at once. */
  static <O> Prepared<O> refused(Problem problem) {
    return new Refused<>(problem);
  }

  /** A request that needs no further decision. */
  static <O> Prepared<O> ready(Work<O> work) {
    return new Ready<>(List.of(), work);
  }

  /** A request that needs one decision. */
  static <O> Prepared<O> ready(Access.Check check, Work<O> work) {
    return new Ready<>(List.of(check), work);
  }

  /** A request that is answered with 400 when something is wrong with it. */
  static <O> Prepared<O> unless(Optional<String> wrong, Supplier<Prepared<O>> prepared) {
    return wrong.isPresent() ? new Refused<>(Problem.badRequest(wrong.get())) : prepared.get();
  }
}
