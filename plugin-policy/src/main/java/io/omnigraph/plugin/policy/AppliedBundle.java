package io.omnigraph.plugin.policy;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnigraph.api.Address;
import io.omnigraph.api.serving.AppliedResource;
import io.omnigraph.api.serving.AppliedRevision;
import io.omnigraph.ground.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An applied bundle with what it is bound to in the revision that is served.
 *
 * @param address of the policy
 * @param source the bundle's text; absent when the catalog has lost it
 * @param bindings to the server and to applied graphs; others are without effect
 * @param findings what is wrong with the recorded bindings
 */
record AppliedBundle(
    Address address, @Nullable String source, List<Binding> bindings, List<Diagnostic> findings) {

  AppliedBundle {
    bindings = List.copyOf(bindings);
    findings = List.copyOf(findings);
  }

  /** The bundles of a revision, by address. */
  static List<AppliedBundle> of(AppliedRevision revision) {
    return revision.of(PolicyKind.NAME).stream().map(policy -> of(policy, revision)).toList();
  }

  private static AppliedBundle of(AppliedResource policy, AppliedRevision revision) {
    JsonNode recorded = policy.attributes().get(PolicyKind.APPLIES_TO);
    if (recorded == null || !recorded.isArray()) {
      Diagnostic missing =
          Diagnostic.error(
              "policy_bindings_missing",
              policy.address().toString(),
              "the ledger does not say what the policy `"
                  + policy.address().name()
                  + "` applies to; re-run `cluster apply`, which records it, then restart");
      return new AppliedBundle(policy.address(), policy.payload(), List.of(), List.of(missing));
    }
    List<Binding> bindings = new ArrayList<>();
    List<Diagnostic> findings = new ArrayList<>();
    for (JsonNode item : recorded) {
      Binding.recorded(item.asText())
          .ifPresentOrElse(
              binding -> {
                if (isServed(binding, revision)) {
                  bindings.add(binding);
                }
              },
              () -> findings.add(unknown(policy.address(), item)));
    }
    return new AppliedBundle(policy.address(), policy.payload(), bindings, findings);
  }

  private static boolean isServed(Binding binding, AppliedRevision revision) {
    return binding.target().map(graph -> revision.resource(graph).isPresent()).orElse(true);
  }

  private static Diagnostic unknown(Address policy, JsonNode binding) {
    return Diagnostic.error(
        "policy_binding_unknown",
        policy.toString(),
        "the ledger binds the policy `"
            + policy.name()
            + "` to `"
            + binding.asText()
            + "`, expected `cluster` or `graph.<id>`; re-run `cluster apply`, then restart");
  }
}
