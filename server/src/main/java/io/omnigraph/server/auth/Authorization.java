package io.omnigraph.server.auth;

import io.omnigraph.api.serving.Access.Check;
import io.omnigraph.api.serving.Authorizer;
import io.omnigraph.api.serving.Authorizer.Decision;
import io.omnigraph.api.serving.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries out the checks of a request. Where rules are loaded for a resource, they decide; where
 * none are, callers without a name may do everything, named actors may read, and nobody may act on
 * the server itself.
 */
public final class Authorization {

  private static final Logger LOG = LoggerFactory.getLogger(Authorization.class);
  private static final String READ = "read";

  private final List<Authorizer> authorizers;

  /**
   * Decisions by some authorizers.
   *
   * @param authorizers each of those that govern a resource must allow what is done to it
   */
  public Authorization(List<Authorizer> authorizers) {
    this.authorizers = List.copyOf(authorizers);
  }

  /** Whether any policy is configured. */
  public boolean isConfigured() {
    return authorizers.stream().anyMatch(Authorizer::isConfigured);
  }

  /** The problem of the first check that does not pass; empty when all do. */
  public Optional<Problem> objection(Optional<String> actor, List<Check> checks) {
    return checks.stream().flatMap(check -> objection(actor, check).stream()).findFirst();
  }

  private Optional<Problem> objection(Optional<String> actor, Check check) {
    List<Authorizer> governing =
        authorizers.stream().filter(a -> a.governs(check.target())).toList();
    if (governing.isEmpty()) {
      return ungoverned(actor, check);
    }
    if (actor.isEmpty()) {
      return Optional.of(new Problem(401, "unauthorized", "missing bearer token", Map.of()));
    }
    return governing.stream()
        .flatMap(authorizer -> decided(authorizer, actor.get(), check).stream())
        .findFirst();
  }

  private static Optional<Problem> ungoverned(Optional<String> actor, Check check) {
    if (check.target().isEmpty()) {
      return denied(
          check, "no server policy is configured, so '" + check.action() + "' is denied to all");
    }
    if (actor.isEmpty() || check.action().equals(READ)) {
      return Optional.empty();
    }
    return denied(
        check,
        "default-deny: no policy governs `%s`, so actor '%s' may only read and not '%s'"
            .formatted(check.target().get(), actor.get(), check.action()));
  }

  private static Optional<Problem> decided(Authorizer authorizer, String actor, Check check) {
    Decision decision = authorizer.decide(actor, check);
    boolean allowed = decision instanceof Decision.Allowed;
    LOG.info(
        "policy decision actor_id={} action={} branch={} target_branch={} allowed={}"
            + " matched_rule_id={}",
        actor,
        check.action(),
        orEmpty(check.branch()),
        orEmpty(check.targetBranch()),
        allowed,
        decision instanceof Decision.Allowed(String rule, _) ? rule : "");
    return switch (decision) {
      case Decision.Allowed _ -> Optional.empty();
      case Decision.Denied(String message) -> denied(check, message);
      case Decision.Failed(String message) -> Optional.of(Problem.internal("policy: " + message));
    };
  }

  private static Optional<Problem> denied(Check check, String message) {
    Problem hidden = check.whenDenied();
    return Optional.of(hidden == null ? Problem.forbidden(message) : hidden);
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
