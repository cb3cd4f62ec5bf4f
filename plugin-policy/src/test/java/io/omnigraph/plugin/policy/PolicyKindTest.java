package io.omnigraph.plugin.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnigraph.api.Address;
import io.omnigraph.api.config.ConfigEntry;
import io.omnigraph.api.kind.Declared;
import io.omnigraph.api.kind.ResourceKind;
import io.omnigraph.ground.json.Json;
import io.omnigraph.ground.source.SourceText;
import io.omnigraph.ground.yaml.ConfigNode;
import io.omnigraph.ground.yaml.YamlDocument;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class PolicyKindTest {

  private static final String EMPTY = "version: 1\nrules: []\n";
  private static final Map<String, String> FILES =
      Map.of(
          "empty.yaml",
          EMPTY,
          "museum.yaml",
          Bundles.MUSEUM,
          "server.yaml",
          Bundles.FRONT_DOOR,
          "broken.yaml",
          "version: 1\nrulez: []\n");

  /** The section {@code policies}, and what is found in it where {@code harbor} is a graph. */
  record Case(String policies, List<String> found) {

    Case(String policies, String... found) {
      this(policies, List.of(found));
    }
  }

  static final List<Case> CASES =
      List.of(
          new Case("ops: { file: empty.yaml, applies_to: [harbor] }"),
          new Case("ops: { file: museum.yaml, applies_to: [graph.harbor, harbor] }"),
          new Case("ops: { file: server.yaml, applies_to: [cluster] }"),
          new Case("ops: { file: empty.yaml, applies_to: [cluster, harbor] }"),
          new Case(
              "ops: { file: empty.yaml, applies_to: [] }",
              "policy_missing_applies_to policies.ops.applies_to"),
          new Case(
              "ops: { file: empty.yaml, applies_to: [query.harbor.x, nowhere] }",
              "wrong_kind_reference policies.ops.applies_to[0]",
              "dangling_graph_reference policies.ops.applies_to[1]"),
          new Case(
              "ops: { file: gone.yaml, applies_to: [] }",
              "policy_missing_applies_to policies.ops.applies_to",
              "policy_file_missing policies.ops.file"),
          new Case(
              "a b: { file: empty.yaml, applies_to: [graph.cluster] }",
              "invalid_resource_id policies.a b",
              "dangling_graph_reference policies.a b.applies_to[0]"),
          new Case(
              "'': { file: empty.yaml, applies_to: [harbor] }", "invalid_resource_id policies."),
          new Case(
              "ops: { file: broken.yaml, applies_to: [harbor] }",
              "policy_invalid policies.ops.file"),
          new Case(
              "ops: { file: server.yaml, applies_to: [harbor] }",
              "policy_invalid policies.ops.file"),
          new Case(
              "ops: { file: museum.yaml, applies_to: [cluster] }",
              "policy_invalid policies.ops.file"),
          new Case(
              "ops: { file: museum.yaml, applies_to: [cluster, harbor] }",
              "policy_mixed_binding_kinds policies.ops.applies_to"),
          new Case(
              """
              a: { file: empty.yaml, applies_to: [harbor] }
              b: { file: empty.yaml, applies_to: [cluster, graph.harbor] }
              """,
              "duplicate_policy_binding policies.b.applies_to[1]"));

  @ParameterizedTest
  @FieldSource("CASES")
  void reportsWhatIsWrongInOrder(Case c) {
    FakeDeclareContext context = declare(c.policies());

    assertThat(context.found()).isEqualTo(c.found());
    assertThat(context.diagnostics).allMatch(diagnostic -> diagnostic.isError());
  }

  @Test
  void declaresTheFileWithItsBindingsAndItsGraphs() {
    FakeDeclareContext context =
        declare("ops: { file: empty.yaml, applies_to: [harbor, cluster, graph.harbor] }");

    Declared policy = context.declared(new Address("policy", "ops")).orElseThrow();
    assertThat(policy.digest())
        .hasToString("7f2c43106364d8112fcc3060e4ab8b20f5d1a17d9cbf3c2540529663004adff8");
    assertThat(policy.attributes())
        .containsExactly(Map.entry("applies_to", Json.tree(List.of("cluster", "graph.harbor"))));
    assertThat(policy.dependsOn()).containsExactly(new Address("graph", "harbor"));
  }

  @Test
  void aMissingGraphStaysBoundButIsNotADependency() {
    FakeDeclareContext context = declare("ops: { file: empty.yaml, applies_to: [nowhere] }");

    Declared policy = context.declared(new Address("policy", "ops")).orElseThrow();
    assertThat(policy.attributes().get("applies_to")).hasToString("[\"graph.nowhere\"]");
    assertThat(policy.dependsOn()).isEmpty();
  }

  @Test
  void anInvalidBundleIsShownWithItsPlace() {
    FakeDeclareContext context = declare("ops: { file: broken.yaml, applies_to: [harbor] }");

    assertThat(context.diagnostics.getFirst().message())
        .startsWith("the policy file `broken.yaml` is invalid: unknown key `rulez`")
        .endsWith("(line 2, column 8)");
    assertThat(context.diagnostics.getFirst().span())
        .extracting(span -> span.place())
        .isEqualTo("broken.yaml:2:8");
  }

  @Test
  void isFoundAsAPlugin() {
    assertThat(ServiceLoader.load(ResourceKind.class).stream().map(p -> p.get().name()))
        .contains("policy");
  }

  private static FakeDeclareContext declare(String policies) {
    FakeDeclareContext context = new FakeDeclareContext(FILES, "harbor");
    ConfigNode root =
        YamlDocument.read(new SourceText("cluster.yaml", policies)).root().orElseThrow();
    ((ConfigNode.Fields) root)
        .values()
        .forEach((name, value) ->
            new PolicyKind()
                .declare(new ConfigEntry("policies", name, (ConfigNode.Fields) value), context));
    return context;
  }
}
