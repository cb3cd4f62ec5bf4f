package io.omnigraph.plugin.policy.cedar;

import io.omnigraph.api.serving.Authorizer.Decision;
import io.omnigraph.ground.access.Action;
import io.omnigraph.ground.access.Deed;
import io.omnigraph.plugin.policy.bundle.Located;
import io.omnigraph.plugin.policy.bundle.PolicyBundle;
import io.omnigraph.plugin.policy.bundle.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A bundle that decides. Safe for use by many threads.
 *
 * <p>Cedar is asked once for each combination of actor, action and the kinds of the two branches:
 * no permit looks at more, so the answer holds for every branch of that kind, and there are never
 * more combinations than the bundle's actors make.
 */
public final class CompiledBundle {

  /** No name of a branch, so that no bundle can protect it. */
  private static final String UNPROTECTED = "?";

  private final CedarPolicies policies;
  private final Set<String> actors;
  private final Set<Action> granted;
  private final Set<String> protectedBranches;
  private final ConcurrentHashMap<Facts, CedarPolicies.Verdict> verdicts =
      new ConcurrentHashMap<>();

  private CompiledBundle(PolicyBundle bundle, CedarPolicies policies) {
    this.policies = policies;
    this.actors = Set.copyOf(bundle.actors());
    this.granted =
        bundle.rules().stream()
            .map(Rule::actions)
            .flatMap(List::stream)
            .map(Located::value)
            .collect(Collectors.toUnmodifiableSet());
    this.protectedBranches =
        bundle.protectedBranches().stream()
            .map(Located::value)
            .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Compiles a bundle for what it is attached to.
   *
   * @param bundle checked, and fit for the attachment
   * @param graph the id of the graph; absent for the server
   */
  public static Compilation compile(PolicyBundle bundle, @Nullable String graph) {
    CedarPolicies policies = CedarPolicies.of(bundle, graph);
    Optional<String> objection = policies.objection();
    return objection.isPresent()
        ? new Compilation.Refused(objection.get())
        : new Compilation.Compiled(new CompiledBundle(bundle, policies));
  }

  /**
   * Whether an actor may do something on any branch at all: what the rules say for the kind of
   * branches that they say yes for, else what they say where no branch is.
   */
  public Decision decideAnywhere(String actor, Action action) {
    List<Decision> decisions = somewhere(action).stream().map(deed -> decide(actor, deed)).toList();
    return decisions.stream()
        .filter(decision -> !(decision instanceof Decision.Denied))
        .findFirst()
        .orElseGet(decisions::getFirst);
  }

  /** A deed without a branch, and one for each kind that the branches of a request can be. */
  private List<Deed> somewhere(Action action) {
    List<@Nullable String> branches = new ArrayList<>();
    branches.add(null);
    branches.add(UNPROTECTED);
    protectedBranches.stream().sorted().findFirst().ifPresent(branches::add);
    List<Deed> deeds = new ArrayList<>();
    for (String branch : branches) {
      for (String target : branches) {
        deeds.add(new Deed(action, branch, target));
      }
    }
    return deeds;
  }

  /**
   * Decides whether an actor may do something.
   *
   * @param actor as authenticated
   */
  public Decision decide(String actor, Deed deed) {
    String asked = "action '" + deed.action().word() + "'";
    String by = " for actor '" + actor + "'";
    if (!actors.contains(actor)) {
      return new Decision.Denied("policy denied " + asked + " for unknown actor '" + actor + "'");
    }
    CedarPolicies.Verdict verdict =
        granted.contains(deed.action()) ? verdict(actor, deed) : new CedarPolicies.Verdict.Denied();
    return switch (verdict) {
      case CedarPolicies.Verdict.Allowed(String rule) ->
          new Decision.Allowed(rule, "policy allowed " + asked + by);
      case CedarPolicies.Verdict.Denied() ->
          new Decision.Denied("policy denied " + asked + branches(deed) + by);
      case CedarPolicies.Verdict.Failed(String reason) -> new Decision.Failed(reason);
    };
  }

  private CedarPolicies.Verdict verdict(String actor, Deed deed) {
    Facts facts =
        new Facts(
            actor,
            deed.action(),
            BranchKind.of(deed.branch(), protectedBranches),
            BranchKind.of(deed.targetBranch(), protectedBranches));
    CedarPolicies.Verdict known = verdicts.get(facts);
    if (known != null) {
      return known;
    }
    CedarPolicies.Verdict verdict = policies.ask(deed, facts);
    if (!(verdict instanceof CedarPolicies.Verdict.Failed)) {
      verdicts.put(facts, verdict);
    }
    return verdict;
  }

  private static String branches(Deed deed) {
    String on = deed.branch() == null ? "" : " on branch '" + deed.branch() + "'";
    return deed.targetBranch() == null
        ? on
        : on + " targeting branch '" + deed.targetBranch() + "'";
  }

  /** A compiled bundle, or what the Cedar validator has against it. */
  public sealed interface Compilation {

    /** It can be asked. */
    record Compiled(CompiledBundle bundle) implements Compilation {}

    /** It cannot. */
    record Refused(String reason) implements Compilation {}
  }

  /** What a verdict depends on. */
  record Facts(String actor, Action action, BranchKind branch, BranchKind targetBranch) {}

  /** What a permit can see of a branch. */
  enum BranchKind {
    ABSENT,
    PROTECTED,
    UNPROTECTED;

    static BranchKind of(@Nullable String branch, Set<String> protectedBranches) {
      if (branch == null) {
        return ABSENT;
      }
      return protectedBranches.contains(branch) ? PROTECTED : UNPROTECTED;
    }
  }
}
