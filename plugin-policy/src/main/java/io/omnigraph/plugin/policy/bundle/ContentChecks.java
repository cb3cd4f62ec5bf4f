package io.omnigraph.plugin.policy.bundle;

import io.omnigraph.api.ActorNames;
import io.omnigraph.ground.BranchGrammar;
import io.omnigraph.ground.access.Action;
import io.omnigraph.ground.source.SourceSpan;
import java.math.BigInteger;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What must hold for the content of a bundle, in the order in which it is checked: the version, the
 * groups by name, the protected branches, the rules in the order of the file.
 */
final class ContentChecks {

  private final PolicyBundle bundle;
  private final Set<String> ruleIds = new HashSet<>();

  private ContentChecks(PolicyBundle bundle) {
    this.bundle = bundle;
  }

  /**
   * Checks a bundle.
   *
   * @throws InvalidBundleException at the first thing that is wrong
   */
  static void check(PolicyBundle bundle) {
    ContentChecks checks = new ContentChecks(bundle);
    checks.version();
    bundle.groups().forEach(ContentChecks::group);
    for (Located<String> branch : bundle.protectedBranches()) {
      branch(branch);
    }
    bundle.rules().forEach(checks::rule);
    bundle.rules().forEach(ContentChecks::eachActionOnce);
  }

  private void version() {
    require(
        bundle.version().value().equals(BigInteger.ONE),
        bundle.version().span(),
        "unsupported policy version `" + bundle.version().value() + "`, expected 1");
  }

  private static void group(String name, PolicyBundle.Group group) {
    named(name, group.span(), "the name of a group");
    require(
        !group.members().isEmpty(), group.span(), "the group `" + name + "` must have a member");
    for (Located<String> member : group.members()) {
      named(member.value(), member.span(), "a member of the group `" + name + "`");
    }
  }

  /** A name that no branch can have would protect nothing, without a word. */
  private static void branch(Located<String> branch) {
    named(branch.value(), branch.span(), "a protected branch");
    BranchGrammar.problem(branch.value())
        .ifPresent(problem -> {
          throw new InvalidBundleException(
              branch.span(), "a protected branch must be one that can exist: " + problem);
        });
  }

  private static void named(String name, SourceSpan span, String what) {
    ActorNames.problem(name)
        .ifPresent(problem -> {
          throw new InvalidBundleException(span, what + " " + problem);
        });
  }

  private void rule(Rule rule) {
    String id = rule.id().value();
    named(id, rule.id().span(), "the id of a rule");
    require(ruleIds.add(id), rule.id().span(), "duplicate policy rule id `" + id + "`");
    String group = rule.group().value();
    named(group, rule.group().span(), "the group of the rule `" + id + "`");
    require(
        bundle.groups().containsKey(group),
        rule.group().span(),
        "the rule `" + id + "` references unknown group `" + group + "`");
    require(
        !rule.actions().isEmpty(),
        rule.actionsSpan(),
        "the rule `" + id + "` must allow at least one action");
    scopes(rule);
    oneKindOfAction(rule);
  }

  private static void scopes(Rule rule) {
    Located<Scope> target = rule.targetBranchScope();
    require(
        rule.branchScope() == null || target == null,
        target == null ? rule.actionsSpan() : target.span(),
        "the rule `"
            + rule.id().value()
            + "` has both `branch_scope` and `target_branch_scope`; split it into two rules");
    scopeFits(rule, rule.branchScope(), "branch_scope", Action::usesBranchScope);
    scopeFits(rule, target, "target_branch_scope", Action::usesTargetBranchScope);
  }

  private static void scopeFits(
      Rule rule, @Nullable Located<Scope> scope, String key, Predicate<Action> uses) {
    if (scope == null) {
      return;
    }
    for (Located<Action> action : rule.actions()) {
      require(
          uses.test(action.value()),
          action.span(),
          "the rule `"
              + rule.id().value()
              + "` uses `"
              + key
              + "` with the unsupported action `"
              + action.value().word()
              + "`; move the action to a rule without it");
    }
  }

  private static void oneKindOfAction(Rule rule) {
    boolean serverScoped = rule.actions().getFirst().value().isServerScoped();
    for (Located<Action> action : rule.actions()) {
      require(
          action.value().isServerScoped() == serverScoped,
          action.span(),
          "the rule `"
              + rule.id().value()
              + "` mixes server-scoped and per-graph actions; split it into separate rules");
    }
  }

  private static void eachActionOnce(Rule rule) {
    Set<Action> seen = EnumSet.noneOf(Action.class);
    for (Located<Action> action : rule.actions()) {
      require(
          seen.add(action.value()),
          action.span(),
          "the rule `"
              + rule.id().value()
              + "` repeats the action `"
              + action.value().word()
              + "`");
    }
  }

  private static void require(boolean holds, SourceSpan span, String message) {
    if (!holds) {
      throw new InvalidBundleException(span, message);
    }
  }
}
