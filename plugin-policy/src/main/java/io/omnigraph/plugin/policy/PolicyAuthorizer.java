package io.omnigraph.plugin.policy;

import io.omnigraph.api.Address;
import io.omnigraph.api.serving.Access;
import io.omnigraph.api.serving.Authorizer;
import io.omnigraph.plugin.policy.cedar.CompiledBundle;
import io.omnigraph.plugin.policy.cedar.Question;
import io.omnigraph.plugin.policy.cedar.Ruling;
import java.util.Map;
import java.util.Optional;

/** Answers the server's checks from the compiled bundles. */
final class PolicyAuthorizer implements Authorizer {

  private final Map<Binding, CompiledBundle> bundles;

  PolicyAuthorizer(Map<Binding, CompiledBundle> bundles) {
    this.bundles = Map.copyOf(bundles);
  }

  @Override
  public boolean isConfigured() {
    return !bundles.isEmpty();
  }

  @Override
  public boolean governs(Optional<Address> resource) {
    return bundles.containsKey(new Binding(resource.orElse(null)));
  }

  @Override
  public Decision decide(String actor, Access.Check check) {
    Question question = new Question(actor, check.action(), check.branch(), check.targetBranch());
    return decision(governing(check).rule(question));
  }

  @Override
  public Decision decide(String actor, Access.Reach reach) {
    return decision(governing(reach).ruleAnywhere(actor, reach.action()));
  }

  private CompiledBundle governing(Access asked) {
    CompiledBundle bundle = bundles.get(new Binding(asked.target().orElse(null)));
    if (bundle == null) {
      throw new IllegalArgumentException("no bundle governs " + asked);
    }
    return bundle;
  }

  private static Decision decision(Ruling ruling) {
    return switch (ruling) {
      case Ruling.Allowed(String rule, String message) -> new Decision.Allowed(rule, message);
      case Ruling.Denied(String message) -> new Decision.Denied(message);
      case Ruling.Failed(String message) -> new Decision.Failed(message);
    };
  }
}
