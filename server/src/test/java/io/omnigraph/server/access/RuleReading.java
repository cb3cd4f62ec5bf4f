package io.omnigraph.server.access;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What docs/reference/policy.md makes of the bundle of {@link GuardedServer}, written down by hand
 * from its §5, §6 and §7.3: neither the bundle's text nor the product's reader, compiler or
 * evaluator have a part in it.
 */
final class RuleReading {

  private static final Set<String> PROTECTED = Set.of("main", "release");
  private static final Set<String> STAFF = Set.of("act-ines", "act-jonas", "act-kim");
  private static final Set<String> CURATORS = Set.of("act-kim");
  private static final Set<String> VISITORS = Set.of("act-lea");
  private static final Set<String> MAKERS = Set.of("act-mo");

  private static final List<Rule> RULES =
      List.of(
          new Rule(STAFF, Set.of("read", "export"), Scope.ANY, Scope.ANY),
          new Rule(STAFF, Set.of("change"), Scope.UNPROTECTED, Scope.ANY),
          new Rule(STAFF, Set.of("branch_create"), Scope.ANY, Scope.UNPROTECTED),
          new Rule(CURATORS, Set.of("branch_merge", "schema_apply"), Scope.ANY, Scope.PROTECTED),
          new Rule(CURATORS, Set.of("admin"), Scope.ANY, Scope.ANY),
          new Rule(STAFF, Set.of("invoke_query"), Scope.ANY, Scope.ANY),
          new Rule(VISITORS, Set.of("read"), Scope.PROTECTED, Scope.ANY),
          new Rule(VISITORS, Set.of("invoke_query"), Scope.ANY, Scope.ANY),
          new Rule(MAKERS, Set.of("read", "change"), Scope.UNPROTECTED, Scope.ANY),
          new Rule(MAKERS, Set.of("branch_delete"), Scope.ANY, Scope.UNPROTECTED));

  private RuleReading() {}

  /** Whether an actor may do something to a graph. */
  static boolean allows(String actor, String graph, Need need) {
    if (graph.equals("attic")) {
      return need.action().equals("read");
    }
    return RULES.stream()
        .anyMatch(rule ->
            rule.actors().contains(actor)
                && rule.actions().contains(need.action())
                && rule.branch().takes(need.branch())
                && rule.target().takes(need.target()));
  }

  /** One decision that a request needs. */
  record Need(String action, @Nullable String branch, @Nullable String target) {

    static Need on(String action) {
      return new Need(action, null, null);
    }

    static Need branch(String action, String branch) {
      return new Need(action, branch.strip(), null);
    }

    static Need target(String action, String target) {
      return new Need(action, null, target.strip());
    }
  }

  private record Rule(Set<String> actors, Set<String> actions, Scope branch, Scope target) {}

  private enum Scope {
    ANY,
    PROTECTED,
    UNPROTECTED;

    boolean takes(@Nullable String branch) {
      Optional<Boolean> isProtected =
          Optional.ofNullable(branch).map(RuleReading.PROTECTED::contains);
      return switch (this) {
        case ANY -> true;
        case PROTECTED -> isProtected.orElse(false);
        case UNPROTECTED -> isProtected.map(it -> !it).orElse(false);
      };
    }
  }
}
