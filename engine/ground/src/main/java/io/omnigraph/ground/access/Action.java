package io.omnigraph.ground.access;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What somebody can do to a graph or to a server: the one vocabulary of rules, routes, commands and
 * the engine's gate (docs/reference/policy.md §3).
 */
public enum Action {
  READ(Scoping.BRANCH),
  EXPORT(Scoping.BRANCH),
  CHANGE(Scoping.BRANCH),
  SCHEMA_APPLY(Scoping.TARGET_BRANCH),
  BRANCH_CREATE(Scoping.TARGET_BRANCH),
  BRANCH_DELETE(Scoping.TARGET_BRANCH),
  BRANCH_MERGE(Scoping.TARGET_BRANCH),
  ADMIN(Scoping.NONE),
  INVOKE_QUERY(Scoping.NONE),
  GRAPH_LIST(Scoping.NONE);

  private static final Map<String, Action> BY_WORD =
      Arrays.stream(values()).collect(toUnmodifiableMap(Action::word, action -> action));

  private final Scoping scoping;

  Action(Scoping scoping) {
    this.scoping = scoping;
  }

  /** The words of rules, and the action that each means. */
  public static Map<String, Action> words() {
    return BY_WORD;
  }

  /** The action that a word of a rule means. */
  public static Optional<Action> of(String word) {
    return Optional.ofNullable(BY_WORD.get(word));
  }

  /** The word of rules, messages and logs: {@code branch_create}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether it acts on the server as a whole and not on one graph. */
  public boolean isServerScoped() {
    return this == GRAPH_LIST;
  }

  /** Whether a rule may limit it by the branch that is acted on. */
  public boolean usesBranchScope() {
    return scoping == Scoping.BRANCH;
  }

  /** Whether a rule may limit it by the branch that is the target. */
  public boolean usesTargetBranchScope() {
    return scoping == Scoping.TARGET_BRANCH;
  }

  private enum Scoping {
    BRANCH,
    TARGET_BRANCH,
    NONE
  }
}
