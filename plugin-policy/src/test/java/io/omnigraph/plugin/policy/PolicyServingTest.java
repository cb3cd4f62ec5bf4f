package io.omnigraph.plugin.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnigraph.api.Address;
import io.omnigraph.api.serving.Access;
import io.omnigraph.api.serving.AppliedResource;
import io.omnigraph.api.serving.AppliedRevision;
import io.omnigraph.api.serving.Authorizer;
import io.omnigraph.api.serving.ServingContext;
import io.omnigraph.api.serving.ServingPlugin;
import io.omnigraph.ground.Diagnostic;
import io.omnigraph.ground.Digest;
import io.omnigraph.ground.access.Action;
import io.omnigraph.ground.json.Json;
import io.omnigraph.ground.storage.Storages;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyServingTest {

  private static final Address HARBOR = new Address("graph", "harbor");

  @TempDir Path root;
  private final SortedMap<Address, AppliedResource> resources = new TreeMap<>();

  @Test
  void aPolicyWithoutRecordedBindingsIsReported() {
    policy("old", Bundles.MUSEUM, null);

    assertThat(check())
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.code()).isEqualTo("policy_bindings_missing");
          assertThat(finding.path()).isEqualTo("policy.old");
          assertThat(finding.message()).contains("re-run `cluster apply`");
        });
  }

  @Test
  void severalBundlesOnOneScopeAreReported() {
    graph("harbor");
    policy("a", Bundles.MUSEUM, List.of("graph.harbor", "graph.gone"));
    policy("b", Bundles.MUSEUM, List.of("graph.harbor", "graph.gone"));

    assertThat(check())
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.code()).isEqualTo("duplicate_policy_binding");
          assertThat(finding.message()).contains("`graph.harbor`", "`a` and `b`", "split or merge");
        });
  }

  @Test
  void anUnknownBindingIsReported() {
    policy("a", Bundles.MUSEUM, List.of("query.harbor.x"));

    assertThat(check())
        .extracting(Diagnostic::message)
        .singleElement()
        .asString()
        .contains("`query.harbor.x`", "`cluster apply`");
  }

  @Test
  void decidesForGraphsAndForTheServer() {
    graph("harbor");
    policy("museum", Bundles.MUSEUM, List.of("graph.harbor"));
    policy("door", Bundles.FRONT_DOOR, List.of("cluster"));

    Authorizer authorizer = authorizer();

    assertThat(authorizer.isConfigured()).isTrue();
    assertThat(authorizer.governs(Optional.of(HARBOR))).isTrue();
    assertThat(authorizer.governs(Optional.of(new Address("graph", "yard")))).isFalse();
    assertThat(authorizer.governs(Optional.empty())).isTrue();
    assertThat(authorizer.decide("act-jonas", Access.Check.onBranch(Action.READ, HARBOR, "main")))
        .isEqualTo(
            new Authorizer.Decision.Allowed(
                "staff-look", "policy allowed action 'read' for actor 'act-jonas'"));
    assertThat(authorizer.decide("act-jonas", Access.Check.onServer(Action.GRAPH_LIST)))
        .isInstanceOf(Authorizer.Decision.Denied.class);
    assertThat(authorizer.decide("act-kim", Access.Check.onServer(Action.GRAPH_LIST)))
        .isInstanceOf(Authorizer.Decision.Allowed.class);
  }

  @Test
  void withoutABoundBundleNothingIsConfigured() {
    policy("museum", "not even a bundle", List.of("graph.gone"));

    assertThat(authorizer().isConfigured()).isFalse();
  }

  @Test
  void anInvalidBundleRefusesToStart() {
    graph("harbor");
    policy("a", "version: 2\n", List.of("graph.harbor"));
    policy("b", Bundles.MUSEUM, List.of("cluster"));

    assertThat(start())
        .isInstanceOfSatisfying(
            ServingPlugin.Start.Refused.class,
            refused -> {
              assertThat(refused.reasons())
                  .extracting(reason -> reason.code() + " " + reason.path())
                  .containsExactly("policy_invalid policy.a", "policy_invalid policy.b");
              assertThat(refused.reasons().getLast().message())
                  .contains("per-graph", "`cluster apply`");
            });
  }

  private List<Diagnostic> check() {
    return new PolicyServing().check(revision());
  }

  private Authorizer authorizer() {
    ServingPlugin.Start start = start();
    assertThat(start).isInstanceOf(ServingPlugin.Start.Ready.class);
    return (Authorizer) ((ServingPlugin.Start.Ready) start).serving().services().getFirst();
  }

  private ServingPlugin.Start start() {
    return new PolicyServing()
        .start(
            new ServingContext() {
              @Override
              public AppliedRevision revision() {
                return PolicyServingTest.this.revision();
              }

              @Override
              public <S> List<S> services(Class<S> type) {
                return List.of();
              }

              @Override
              public void warn(Diagnostic warning) {
                throw new AssertionError(warning);
              }
            });
  }

  private AppliedRevision revision() {
    return new AppliedRevision(Storages.open(root.toString()), resources);
  }

  private void graph(String name) {
    add(new Address("graph", name), null, Map.of());
  }

  private void policy(String name, String text, @Nullable List<String> bindings) {
    Map<String, JsonNode> attributes =
        bindings == null ? Map.of() : Map.of("applies_to", Json.tree(bindings));
    add(new Address("policy", name), text, attributes);
  }

  private void add(Address address, @Nullable String text, Map<String, JsonNode> attributes) {
    Digest digest = Digest.of(text == null ? "" : text);
    resources.put(address, new AppliedResource(address, digest, new TreeMap<>(attributes), text));
  }
}
