package io.omnigraph.plugin.policy;

import io.omnigraph.api.Address;
import io.omnigraph.api.serving.Access;
import io.omnigraph.api.serving.Authorizer;
import io.omnigraph.plugin.policy.cedar.CompiledBundle;
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
    return governing(check).decide(actor, check.deed());
  }

  @Override
  public Decision decide(String actor, Access.Reach reach) {
    return governing(reach).decideAnywhere(actor, reach.action());
  }

  private CompiledBundle governing(Access asked) {
    CompiledBundle bundle = bundles.get(new Binding(asked.target().orElse(null)));
    if (bundle == null) {
      throw new IllegalArgumentException("no bundle governs " + asked);
    }
    return bundle;
  }
}
