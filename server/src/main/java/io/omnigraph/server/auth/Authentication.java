package io.omnigraph.server.auth;

import io.omnigraph.api.serving.Problem;
import io.omnigraph.server.stage.StageOutcome;
import java.nio.charset.StandardCharsets;
import java.util.List;
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
   * @param headers the values of {@code Authorization}, each byte of them as one character
   */
  public StageOutcome<Optional<String>> identify(List<String> headers) {
    if (!protection.needsToken()) {
      return StageOutcome.passed(Optional.empty());
    }
    if (headers.size() > 1) {
      return StageOutcome.stopped(
          Problem.badRequest("the header `Authorization` is given " + headers.size() + " times"));
    }
    Optional<byte[]> token = headers.stream().findFirst().flatMap(Authentication::token);
    if (token.isEmpty()) {
      return unauthorized("missing bearer token");
    }
    Optional<String> actor = tokens.actorOf(token.get());
    return actor.isPresent() ? StageOutcome.passed(actor) : unauthorized("invalid bearer token");
  }

  /** The bytes behind the scheme and one blank; a token has no blank in it. */
  private static Optional<byte[]> token(String header) {
    return Optional.of(header)
        .filter(value -> value.startsWith(SCHEME))
        .map(value -> value.substring(SCHEME.length()))
        .filter(value -> !value.isEmpty() && value.indexOf(' ') < 0 && value.indexOf('\t') < 0)
        .map(value -> value.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static StageOutcome<Optional<String>> unauthorized(String message) {
    return StageOutcome.stopped(new Problem(401, "unauthorized", message, Map.of()));
  }
}
