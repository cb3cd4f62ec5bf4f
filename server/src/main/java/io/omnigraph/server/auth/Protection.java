package io.omnigraph.server.auth;

/** How a server protects what it serves, settled once at its start. */
public enum Protection {
  /** Nobody needs a token; asked for by the operator. */
  OPEN,
  /** Tokens, but no policy: actors may read and nothing else. */
  DEFAULT_DENY,
  /** Tokens and policies. */
  POLICY_ENABLED;

  /** Whether a request needs a token. */
  public boolean needsToken() {
    return this != OPEN;
  }

  /**
   * Settles the protection.
   *
   * @param tokens whether any token is known
   * @param policies whether any policy is configured, for whatever scope
   * @param unauthenticated whether the operator asked for an open server
   */
  public static Choice choose(boolean tokens, boolean policies, boolean unauthenticated) {
    if (tokens) {
      return new Choice.Chosen(policies ? POLICY_ENABLED : DEFAULT_DENY);
    }
    if (policies) {
      return new Choice.Refused(
          "a policy is configured but no bearer tokens are, so every request would be answered"
              + " with 401; set "
              + TokenSources.FILE
              + " or "
              + TokenSources.JSON);
    }
    return unauthenticated
        ? new Choice.Chosen(OPEN)
        : new Choice.Refused(
            "neither bearer tokens nor a policy are configured; set "
                + TokenSources.FILE
                + " or "
                + TokenSources.JSON
                + ", or give `--unauthenticated` to serve everybody");
  }

  /** A protection, or why the server must not start. */
  public sealed interface Choice {

    /** It can start so. */
    record Chosen(Protection protection) implements Choice {}

    /** It must not start. */
    record Refused(String message) implements Choice {}
  }
}
