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
    CompiledBundle bundle = bundles.get(new Binding(check.resource()));
    if (bundle == null) {
      throw new IllegalArgumentException("no bundle governs " + check);
    }
    Question question = new Question(actor, check.action(), check.branch(), check.targetBranch());
    return switch (bundle.rule(question)) {
      case Ruling.Allowed(String rule, String message) -> new Decision.Allowed(rule, message);
      case Ruling.Denied(String message) -> new Decision.Denied(message);
      case Ruling.Failed(String message) -> new Decision.Failed(message);
    };
  }
}
