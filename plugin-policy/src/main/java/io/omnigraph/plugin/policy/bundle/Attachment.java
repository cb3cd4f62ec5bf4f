package io.omnigraph.plugin.policy.bundle;

import io.omnigraph.ground.access.Action;
import java.util.Optional;

/** What a bundle is attached to; it decides which actions the bundle may speak of. */
public enum Attachment {
  /** One graph. */
  GRAPH {
    @Override
    boolean accepts(Action action) {
      return !action.isServerScoped();
    }

    @Override
    String misfit() {
      return "the server-scoped action `%s`, which a graph policy cannot grant; move the rule to a"
          + " server policy, one that applies to `cluster`";
    }
  },
  /** The server as a whole. */
  SERVER {
    @Override
    boolean accepts(Action action) {
      return action.isServerScoped();
    }

    @Override
    String misfit() {
      return "the per-graph action `%s`, which a server policy cannot grant; move the rule to a"
          + " per-graph policy";
    }
  };

  abstract boolean accepts(Action action);

  abstract String misfit();

  /** The first rule that cannot stand in a bundle that is attached so. */
  public Optional<BundleProblem> misfitOf(PolicyBundle bundle) {
    for (Rule rule : bundle.rules()) {
      for (Located<Action> action : rule.actions()) {
        if (!accepts(action.value())) {
          String what = misfit().formatted(action.value().word());
          String message = "the rule `" + rule.id().value() + "` allows " + what;
          return Optional.of(new BundleProblem(message, action.span()));
        }
      }
    }
    return Optional.empty();
  }
}
