package io.omnigraph.plugin.policy;

import io.omnigraph.api.access.RuleFiles;
import io.omnigraph.api.serving.Authorizer.Decision;
import io.omnigraph.ground.access.AccessDeniedException;
import io.omnigraph.ground.access.Deed;
import io.omnigraph.ground.access.WriteGate;
import io.omnigraph.ground.source.SourceText;
import io.omnigraph.plugin.policy.bundle.Attachment;
import io.omnigraph.plugin.policy.bundle.BundleProblem;
import io.omnigraph.plugin.policy.bundle.PolicyBundle;
import io.omnigraph.plugin.policy.cedar.CompiledBundle;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Bundles as files that guard a local graph. */
public final class PolicyFiles implements RuleFiles {

  @Override
  public WriteGate gate(SourceText file, String graph) {
    return switch (PolicyBundle.read(file)) {
      case PolicyBundle.Outcome.Invalid(BundleProblem problem) ->
          throw new InvalidRulesException(problem.located());
      case PolicyBundle.Outcome.Valid(PolicyBundle bundle) -> gate(file.name(), bundle, graph);
    };
  }

  private static WriteGate gate(String file, PolicyBundle bundle, String graph) {
    Optional<BundleProblem> misfit = Attachment.GRAPH.misfitOf(bundle);
    if (misfit.isPresent()) {
      throw new InvalidRulesException(misfit.get().located());
    }
    return switch (CompiledBundle.compile(bundle, graph)) {
      case CompiledBundle.Compilation.Compiled(CompiledBundle usable) ->
          (actor, deed) -> check(usable, actor, deed);
      case CompiledBundle.Compilation.Refused(String reason) ->
          throw new InvalidRulesException(file + ": " + reason);
    };
  }

  private static void check(CompiledBundle bundle, @Nullable String actor, Deed deed) {
    if (actor == null) {
      throw new AccessDeniedException(
          "action '%s' needs somebody who does it, and there is no actor; pass --as ACTOR"
              .formatted(deed.action().word()));
    }
    switch (bundle.decide(actor, deed)) {
      case Decision.Allowed _ -> {}
      case Decision.Denied(String message) -> throw new AccessDeniedException(message);
      case Decision.Failed(String message) ->
          throw new AccessDeniedException("denied, because it could not be decided: " + message);
    }
  }
}
