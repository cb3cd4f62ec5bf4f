package io.omnigraph.api.serving;

import io.omnigraph.api.Address;
import java.util.Optional;

/**
 * Decides who may do what. A serving plugin offers one as a service; the server asks it. Safe for
 * use by many threads.
 */
public interface Authorizer {

  /** Whether any rule is loaded at all, for whatever scope. */
  boolean isConfigured();

  /** Whether rules are loaded for a resource; empty means the server itself. */
  boolean governs(Optional<Address> resource);

  /**
   * Decides a check on a resource that {@link #governs} is true for.
   *
   * @param actor who asks, as authenticated
   */
  Decision decide(String actor, Access.Check check);

  /**
   * Decides whether there can be any branch of a governed resource on which an action is allowed.
   * An authorizer that cannot tell says yes: every branch is judged by {@link #decide} later.
   *
   * @param actor who asks, as authenticated
   */
  default Decision decide(String actor, Access.Reach reach) {
    return new Decision.Allowed("", "it depends on the branch");
  }

  /** A decision. Its message can be shown to whoever asked. */
  sealed interface Decision {

    /** One sentence. */
    String message();

    /**
     * Go ahead.
     *
     * @param rule that granted it
     */
    record Allowed(String rule, String message) implements Decision {}

    /** No rule grants it. */
    record Denied(String message) implements Decision {}

    /** It could not be decided; nobody may take that for a grant. */
    record Failed(String message) implements Decision {}
  }
}
