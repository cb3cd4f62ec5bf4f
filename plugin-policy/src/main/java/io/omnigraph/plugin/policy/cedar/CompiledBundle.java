package io.omnigraph.plugin.policy.cedar;

import io.omnigraph.plugin.policy.bundle.Action;
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
 * A bundle that answers questions. Safe for use by many threads.
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
  public Ruling ruleAnywhere(String actor, String action) {
    List<Ruling> rulings = somewhere(actor, action).stream().map(this::rule).toList();
    return rulings.stream()
        .filter(ruling -> !(ruling instanceof Ruling.Denied))
        .findFirst()
        .orElseGet(rulings::getFirst);
  }

  /** A question without a branch, and one for each kind that the branches of a request can be. */
  private List<Question> somewhere(String actor, String action) {
    List<@Nullable String> branches = new ArrayList<>();
    branches.add(null);
    branches.add(UNPROTECTED);
    protectedBranches.stream().sorted().findFirst().ifPresent(branches::add);
    List<Question> questions = new ArrayList<>();
    for (String branch : branches) {
      for (String target : branches) {
        questions.add(new Question(actor, action, branch, target));
      }
    }
    return questions;
  }

  /** Answers a question. */
  public Ruling rule(Question question) {
    String asked = "action '" + question.action() + "'";
    String by = " for actor '" + question.actor() + "'";
    if (!actors.contains(question.actor())) {
      return new Ruling.Denied(
          "policy denied " + asked + " for unknown actor '" + question.actor() + "'");
    }
    Optional<Action> action = Action.of(question.action()).filter(granted::contains);
    CedarPolicies.Verdict verdict =
        action.map(known -> verdict(question, known)).orElseGet(CedarPolicies.Verdict.Denied::new);
    return switch (verdict) {
      case CedarPolicies.Verdict.Allowed(String rule) ->
          new Ruling.Allowed(rule, "policy allowed " + asked + by);
      case CedarPolicies.Verdict.Denied() ->
          new Ruling.Denied("policy denied " + asked + branches(question) + by);
      case CedarPolicies.Verdict.Failed(String reason) -> new Ruling.Failed(reason);
    };
  }

  private CedarPolicies.Verdict verdict(Question question, Action action) {
    Facts facts =
        new Facts(
            question.actor(),
            action,
            BranchKind.of(question.branch(), protectedBranches),
            BranchKind.of(question.targetBranch(), protectedBranches));
    CedarPolicies.Verdict known = verdicts.get(facts);
    if (known != null) {
      return known;
    }
    CedarPolicies.Verdict verdict = policies.ask(question, facts);
    if (!(verdict instanceof CedarPolicies.Verdict.Failed)) {
      verdicts.put(facts, verdict);
    }
    return verdict;
  }

  private static String branches(Question question) {
    String on = question.branch() == null ? "" : " on branch '" + question.branch() + "'";
    return question.targetBranch() == null
        ? on
        : on + " targeting branch '" + question.targetBranch() + "'";
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
