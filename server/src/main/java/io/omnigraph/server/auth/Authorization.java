package io.omnigraph.server.auth;

import io.omnigraph.api.serving.Access;
import io.omnigraph.api.serving.Access.Check;
import io.omnigraph.api.serving.Authorizer;
import io.omnigraph.api.serving.Authorizer.Decision;
import io.omnigraph.api.serving.Problem;
import io.omnigraph.ground.access.Action;
import io.omnigraph.ground.access.Deed;
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

  /** The problem of the first demand that does not pass; empty when all do. */
  public Optional<Problem> objection(Optional<String> actor, List<? extends Access> demands) {
    return demands.stream().flatMap(demand -> objection(actor, demand).stream()).findFirst();
  }

  private Optional<Problem> objection(Optional<String> actor, Access demand) {
    List<Authorizer> governing =
        authorizers.stream().filter(a -> a.governs(demand.target())).toList();
    if (governing.isEmpty()) {
      return ungoverned(actor, demand);
    }
    if (actor.isEmpty()) {
      return Optional.of(new Problem(401, "unauthorized", "missing bearer token", Map.of()));
    }
    return governing.stream()
        .flatMap(authorizer ->
            switch (demand) {
              case Check check -> decided(authorizer, actor.get(), check).stream();
              case Access.Reach reach -> reached(authorizer, actor.get(), reach).stream();
            })
        .findFirst();
  }

  private static Optional<Problem> ungoverned(Optional<String> actor, Access check) {
    if (check.target().isEmpty()) {
      return denied(
          check,
          "no server policy is configured, so '" + check.action().word() + "' is denied to all");
    }
    if (actor.isEmpty() || check.action() == Action.READ) {
      return Optional.empty();
    }
    return denied(
        check,
        "default-deny: no policy governs `%s`, so actor '%s' may only read and not '%s'"
            .formatted(check.target().get(), actor.get(), check.action().word()));
  }

  private static Optional<Problem> decided(Authorizer authorizer, String actor, Check check) {
    Decision decision = authorizer.decide(actor, check);
    log(actor, check.deed(), decision);
    return problem(check, decision);
  }

  /** Only a denial is logged: who may act on some branch is judged again on the one they name. */
  private static Optional<Problem> reached(
      Authorizer authorizer, String actor, Access.Reach reach) {
    Decision decision = authorizer.decide(actor, reach);
    if (!(decision instanceof Decision.Allowed)) {
      log(actor, Deed.of(reach.action()), decision);
    }
    return problem(reach, decision);
  }

  private static void log(String actor, Deed deed, Decision decision) {
    LOG.info(
        "policy decision actor_id={} action={} branch={} target_branch={} allowed={}"
            + " matched_rule_id={}",
        actor,
        deed.action().word(),
        orEmpty(deed.branch()),
        orEmpty(deed.targetBranch()),
        decision instanceof Decision.Allowed,
        decision instanceof Decision.Allowed(String rule, _) ? rule : "");
  }

  private static Optional<Problem> problem(Access asked, Decision decision) {
    return switch (decision) {
      case Decision.Allowed _ -> Optional.empty();
      case Decision.Denied(String message) -> denied(asked, message);
      case Decision.Failed(String message) -> Optional.of(Problem.internal("policy: " + message));
    };
  }

  private static Optional<Problem> denied(Access asked, String message) {
    return Optional.of(
        asked instanceof Check(_, _, Problem hidden) && hidden != null
            ? hidden
            : Problem.forbidden(message));
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
