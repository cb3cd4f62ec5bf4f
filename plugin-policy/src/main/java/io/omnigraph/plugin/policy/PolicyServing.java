package io.omnigraph.plugin.policy;

import io.omnigraph.api.kind.Payload;
import io.omnigraph.api.serving.AppliedRevision;
import io.omnigraph.api.serving.Serving;
import io.omnigraph.api.serving.ServingContext;
import io.omnigraph.api.serving.ServingPlugin;
import io.omnigraph.ground.Diagnostic;
import io.omnigraph.ground.source.SourceText;
import io.omnigraph.plugin.policy.bundle.BundleProblem;
import io.omnigraph.plugin.policy.bundle.PolicyBundle;
import io.omnigraph.plugin.policy.cedar.CompiledBundle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Serves the applied bundles: offers one {@link io.omnigraph.api.serving.Authorizer}. */
public final class PolicyServing implements ServingPlugin {

  @Override
  public String name() {
    return PolicyKind.NAME;
  }

  @Override
  public Map<String, Payload> payloads() {
    return Map.of(PolicyKind.NAME, new Payload(PolicyKind.EXTENSION));
  }

  @Override
  public List<Diagnostic> check(AppliedRevision revision) {
    List<AppliedBundle> bundles = AppliedBundle.of(revision);
    List<Diagnostic> findings = new ArrayList<>();
    bundles.forEach(bundle -> findings.addAll(bundle.findings()));
    Map<Binding, List<String>> policies = new TreeMap<>();
    for (AppliedBundle bundle : bundles) {
      for (Binding binding : bundle.bindings()) {
        policies
            .computeIfAbsent(binding, _ -> new ArrayList<>())
            .add("`" + bundle.address().name() + "`");
      }
    }
    policies.forEach((binding, names) -> {
      if (names.size() > 1) {
        findings.add(duplicate(binding, names));
      }
    });
    return findings;
  }

  @Override
  public Start start(ServingContext context) {
    Map<Binding, CompiledBundle> compiled = new TreeMap<>();
    List<Diagnostic> reasons = new ArrayList<>();
    for (AppliedBundle bundle : AppliedBundle.of(context.revision())) {
      if (!bundle.bindings().isEmpty()) {
        compile(bundle, compiled).ifPresent(problem -> reasons.add(invalid(bundle, problem)));
      }
    }
    if (!reasons.isEmpty()) {
      return new Start.Refused(reasons);
    }
    PolicyAuthorizer authorizer = new PolicyAuthorizer(compiled);
    return new Start.Ready(
        new Serving() {
          @Override
          public List<Object> services() {
            return List.of(authorizer);
          }
        });
  }

  /** Compiles a bundle for everything it is bound to; the first thing that is wrong is returned. */
  private static Optional<String> compile(
      AppliedBundle applied, Map<Binding, CompiledBundle> compiled) {
    String source = applied.source();
    if (source == null) {
      throw new IllegalStateException("the payload of " + applied.address() + " was not read");
    }
    return switch (PolicyBundle.read(new SourceText(applied.address().toString(), source))) {
      case PolicyBundle.Outcome.Invalid(BundleProblem problem) -> Optional.of(problem.located());
      case PolicyBundle.Outcome.Valid(PolicyBundle bundle) ->
          applied.bindings().stream()
              .flatMap(binding -> compile(bundle, binding, compiled).stream())
              .findFirst();
    };
  }

  private static Optional<String> compile(
      PolicyBundle bundle, Binding binding, Map<Binding, CompiledBundle> compiled) {
    Optional<BundleProblem> misfit = binding.attachment().misfitOf(bundle);
    if (misfit.isPresent()) {
      return misfit.map(BundleProblem::located);
    }
    return switch (CompiledBundle.compile(bundle, graph(binding))) {
      case CompiledBundle.Compilation.Compiled(CompiledBundle usable) -> {
        compiled.put(binding, usable);
        yield Optional.empty();
      }
      case CompiledBundle.Compilation.Refused(String reason) -> Optional.of(reason);
    };
  }

  private static @Nullable String graph(Binding binding) {
    return binding.graph() == null ? null : binding.graph().name();
  }

  private static Diagnostic invalid(AppliedBundle applied, String problem) {
    return Diagnostic.error(
        "policy_invalid",
        applied.address().toString(),
        "the applied policy bundle cannot be served: "
            + problem
            + "; fix the bundle, run `cluster apply`, then restart");
  }

  private static Diagnostic duplicate(Binding binding, List<String> policies) {
    return Diagnostic.error(
        "duplicate_policy_binding",
        binding.toString(),
        "multiple policy bundles bind `"
            + binding
            + "`: "
            + String.join(" and ", policies)
            + "; split or merge them, one bundle per scope, run `cluster apply`, then restart");
  }
}
