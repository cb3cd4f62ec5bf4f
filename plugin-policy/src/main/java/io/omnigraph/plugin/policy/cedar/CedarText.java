package io.omnigraph.plugin.policy.cedar;

import static java.util.stream.Collectors.joining;

import io.omnigraph.ground.access.Action;
import io.omnigraph.plugin.policy.bundle.Located;
import io.omnigraph.plugin.policy.bundle.Rule;
import io.omnigraph.plugin.policy.bundle.Scope;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The Cedar text of schemas and permits (Cedar language, docs.cedarpolicy.com). Every text that
 * comes from a bundle enters as an escaped string literal.
 */
final class CedarText {

  /** The facts about branches that a request carries; a permit looks at the booleans only. */
  private static final String CONTEXT =
      """
      {
        has_branch: Bool, branch: String, branch_is_protected: Bool,
        has_target_branch: Bool, target_branch: String, target_branch_is_protected: Bool
      }\
      """;

  private CedarText() {}

  /** The schema that every bundle's permits are validated against. */
  static String schema() {
    return """
    namespace Omnigraph {
      type Request = %s;
      entity Group;
      entity Actor in [Group];
      entity Graph;
      entity Server;
      action %s appliesTo { principal: [Actor], resource: [Graph], context: Request };
      action %s appliesTo { principal: [Actor], resource: [Server], context: Request };
    }
    """
        .formatted(CONTEXT, actions(false), actions(true));
  }

  /** The identity of the permit for one action of a rule. */
  static String permitId(Rule rule, Action action) {
    return rule.id().value() + ":" + action.word();
  }

  /** The id of the rule that a permit for an action belongs to. */
  static String ruleId(String permitId, Action action) {
    return permitId.substring(0, permitId.length() - action.word().length() - 1);
  }

  /** The permit for one action of a rule on a resource, given as a Cedar expression. */
  static String permit(Rule rule, Action action, String resource) {
    return "permit (principal in Omnigraph::Group::%s, action == Omnigraph::Action::%s, resource == %s)%s;"
        .formatted(
            literal(rule.group().value()), literal(action.word()), resource, condition(rule));
  }

  /** A string literal. */
  static String literal(String text) {
    StringBuilder literal = new StringBuilder("\"");
    text.codePoints()
        .forEach(c -> {
          if (c == '"' || c == '\\') {
            literal.append('\\').appendCodePoint(c);
          } else if (c < ' ' || c > '~') {
            literal.append("\\u{").append(Integer.toHexString(c)).append('}');
          } else {
            literal.appendCodePoint(c);
          }
        });
    return literal.append('"').toString();
  }

  private static String condition(Rule rule) {
    return condition(rule.branchScope(), "branch")
        + condition(rule.targetBranchScope(), "target_branch");
  }

  private static String condition(@Nullable Located<Scope> scope, String branch) {
    if (scope == null) {
      return "";
    }
    return switch (scope.value()) {
      case ANY -> "";
      case PROTECTED -> " when { context.has_%1$s && context.%1$s_is_protected }".formatted(branch);
      case UNPROTECTED ->
          " when { context.has_%1$s && !context.%1$s_is_protected }".formatted(branch);
    };
  }

  private static String actions(boolean serverScoped) {
    return Arrays.stream(Action.values())
        .filter(action -> action.isServerScoped() == serverScoped)
        .map(action -> literal(action.word()))
        .collect(joining(", "));
  }
}
