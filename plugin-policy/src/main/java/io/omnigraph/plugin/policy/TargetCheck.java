package io.omnigraph.plugin.policy;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnigraph.api.Address;
import io.omnigraph.api.config.ConfigEntry;
import io.omnigraph.api.kind.DeclareContext;
import io.omnigraph.api.kind.Declared;
import io.omnigraph.ground.Diagnostic;
import io.omnigraph.ground.source.SourceSpan;
import io.omnigraph.ground.yaml.ConfigNode;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Checks the entries of one policy's {@code applies_to}, in the order of the file. */
final class TargetCheck {

  private final ConfigEntry entry;
  private final DeclareContext context;
  private final SortedSet<Binding> bindings = new TreeSet<>();

  TargetCheck(ConfigEntry entry, DeclareContext context) {
    this.entry = entry;
    this.context = context;
  }

  /** What the policy is bound to; what is wrong with the entries is reported. */
  SortedSet<Binding> bindings() {
    List<ConfigNode> targets = targets();
    if (targets.isEmpty()) {
      context.report(
          Diagnostic.error(
                  "policy_missing_applies_to",
                  entry.path(PolicyKind.APPLIES_TO),
                  "the policy `"
                      + entry.name()
                      + "` applies to nothing; name a graph, or `cluster` for the server")
              .at(entry.field(PolicyKind.APPLIES_TO).map(ConfigNode::span).orElse(null)));
    }
    for (int i = 0; i < targets.size(); i++) {
      if (targets.get(i) instanceof ConfigNode.Text(String target, SourceSpan span)) {
        check(target, entry.path(PolicyKind.APPLIES_TO + "[" + i + "]"), span);
      }
    }
    return bindings;
  }

  private List<ConfigNode> targets() {
    return entry.field(PolicyKind.APPLIES_TO).orElse(null) instanceof ConfigNode.Items items
        ? items.values()
        : List.of();
  }

  private void check(String target, String path, SourceSpan span) {
    Optional<Binding> meant = Binding.written(target);
    if (meant.isEmpty()) {
      context.report(
          Diagnostic.error(
                  "wrong_kind_reference",
                  path,
                  "`"
                      + target
                      + "` is not something that a policy applies to; expected a graph, or"
                      + " `cluster`")
              .at(span));
      return;
    }
    Binding binding = meant.get();
    if (binding.target().filter(graph -> context.declared(graph).isEmpty()).isPresent()) {
      context.report(
          Diagnostic.error(
                  "dangling_graph_reference",
                  path,
                  "there is no graph for `" + target + "` under `graphs`")
              .at(span));
    }
    if (bindings.add(binding)) {
      otherPolicyOf(binding).ifPresent(other -> reportDuplicate(binding, other, path, span));
    }
  }

  private Optional<Address> otherPolicyOf(Binding binding) {
    return context.declaredOf(PolicyKind.NAME).stream()
        .filter(other -> isBound(other, binding))
        .map(Declared::address)
        .findFirst();
  }

  private static boolean isBound(Declared policy, Binding binding) {
    JsonNode recorded = policy.attributes().get(PolicyKind.APPLIES_TO);
    return recorded != null
        && recorded.valueStream().anyMatch(item -> item.asText().equals(binding.toString()));
  }

  private void reportDuplicate(Binding binding, Address other, String path, SourceSpan span) {
    context.report(
        Diagnostic.error(
                "duplicate_policy_binding",
                path,
                "multiple policy bundles bind `"
                    + binding
                    + "`: `"
                    + other.name()
                    + "` and `"
                    + entry.name()
                    + "`; split or merge them, one bundle per scope")
            .at(span));
  }
}
