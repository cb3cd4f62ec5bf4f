package io.omnigraph.server.auth;

import io.omnigraph.api.serving.Problem;
import io.omnigraph.server.stage.Outcome;
import java.util.Map;
import java.util.Optional;

/**
 * Finds out who calls. The token is the only thing that does; nothing else in a request names an
 * actor.
 *
 * @param tokens that are known
 * @param protection of the server
 */
public record Authentication(TokenTable tokens, Protection protection) {

  private static final String SCHEME = "Bearer ";

  /**
   * The actor of a request; empty when none is needed.
   *
   * @param header the value of {@code Authorization}
   */
  public Outcome<Optional<String>> identify(Optional<String> header) {
    if (!protection.needsToken()) {
      return Outcome.passed(Optional.empty());
    }
    Optional<String> token =
        header.filter(h -> h.startsWith(SCHEME)).map(h -> h.substring(SCHEME.length()));
    if (token.isEmpty()) {
      return unauthorized("missing bearer token");
    }
    Optional<String> actor = tokens.actorOf(token.get());
    return actor.isPresent() ? Outcome.passed(actor) : unauthorized("invalid bearer token");
  }

  private static Outcome<Optional<String>> unauthorized(String message) {
    return Outcome.stopped(new Problem(401, "unauthorized", message, Map.of()));
  }
}
