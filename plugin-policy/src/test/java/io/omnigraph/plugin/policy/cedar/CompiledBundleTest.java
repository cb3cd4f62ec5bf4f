package io.omnigraph.plugin.policy.cedar;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnigraph.api.serving.Authorizer.Decision;
import io.omnigraph.ground.access.Action;
import io.omnigraph.ground.access.Deed;
import io.omnigraph.ground.source.SourceSpan;
import io.omnigraph.plugin.policy.Bundles;
import io.omnigraph.plugin.policy.bundle.Located;
import io.omnigraph.plugin.policy.bundle.PolicyBundle;
import io.omnigraph.plugin.policy.bundle.Rule;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompiledBundleTest {

  private static final CompiledBundle MUSEUM = compiled(Bundles.MUSEUM, "museum");

  /** A question to the museum's bundle and the rule that grants it, if one does. */
  record Case(
      String actor,
      Action action,
      @Nullable String branch,
      @Nullable String target,
      @Nullable String rule) {}

  static final List<Case> DECISIONS =
      List.of(
          new Case("act-jonas", Action.READ, "main", null, "staff-look"),
          new Case("act-jonas", Action.READ, null, null, "staff-look"),
          new Case("act-jonas", Action.EXPORT, "draft", null, "staff-look"),
          new Case("act-jonas", Action.CHANGE, "draft", null, "staff-draft"),
          new Case("act-jonas", Action.CHANGE, "main", null, null),
          new Case("act-kim", Action.CHANGE, "main", null, null),
          new Case("act-jonas", Action.BRANCH_CREATE, "main", "draft", "staff-fork"),
          new Case("act-jonas", Action.BRANCH_CREATE, "main", "release", null),
          new Case("act-jonas", Action.BRANCH_MERGE, "draft", "main", null),
          new Case("act-kim", Action.BRANCH_MERGE, "draft", "main", "curators-publish"),
          new Case("act-kim", Action.BRANCH_MERGE, "draft", "other", null),
          new Case("act-kim", Action.SCHEMA_APPLY, null, "main", "curators-publish"),
          new Case("act-kim", Action.SCHEMA_APPLY, null, "draft", null),
          new Case("act-kim", Action.BRANCH_DELETE, null, "main", null),
          new Case("act-ines", Action.INVOKE_QUERY, null, null, "staff-stored"),
          new Case("act-zoe", Action.READ, "main", null, null),
          new Case("act-kim", Action.GRAPH_LIST, null, null, null),
          new Case("act-kim", Action.ADMIN, null, null, null));

  @ParameterizedTest
  @FieldSource("DECISIONS")
  void decides(Case c) {
    Decision decision = MUSEUM.decide(c.actor(), new Deed(c.action(), c.branch(), c.target()));

    if (c.rule() == null) {
      assertThat(decision).isInstanceOf(Decision.Denied.class);
      assertThat(decision.message()).startsWith("policy denied action '" + c.action().word() + "'");
    } else {
      String message =
          "policy allowed action '%s' for actor '%s'".formatted(c.action().word(), c.actor());
      assertThat(decision).isEqualTo(new Decision.Allowed(c.rule(), message));
    }
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      quoteCharacter = '`',
      value = {
        "any, main, true",
        "any, draft, true",
        "any, -, true",
        "any, ` main `, true",
        "protected, main, true",
        "protected, draft, false",
        "protected, -, false",
        "protected, ` main `, false",
        "unprotected, main, false",
        "unprotected, draft, true",
        "unprotected, -, false",
        "unprotected, ` main `, true"
      })
  void scopesMatchExactNames(String scope, @Nullable String branch, boolean matches) {
    CompiledBundle byBranch =
        compiled(Bundles.withRule("actions: [read], branch_scope: " + scope), "g");
    CompiledBundle byTarget =
        compiled(Bundles.withRule("actions: [branch_delete], target_branch_scope: " + scope), "g");

    Decision onBranch = byBranch.decide("act-a", new Deed(Action.READ, branch, null));
    Decision onTarget = byTarget.decide("act-a", new Deed(Action.BRANCH_DELETE, null, branch));

    assertThat(onBranch instanceof Decision.Allowed).isEqualTo(matches);
    assertThat(onTarget instanceof Decision.Allowed).isEqualTo(matches);
  }

  @Test
  void messagesNameWhatWasDenied() {
    assertThat(MUSEUM.decide("act-jonas", new Deed(Action.CHANGE, "main", null)).message())
        .isEqualTo("policy denied action 'change' on branch 'main' for actor 'act-jonas'");
    assertThat(MUSEUM.decide("act-jonas", new Deed(Action.BRANCH_MERGE, "d", "main")).message())
        .isEqualTo(
            "policy denied action 'branch_merge' on branch 'd' targeting branch 'main' for actor"
                + " 'act-jonas'");
    assertThat(MUSEUM.decide("act-zoe", new Deed(Action.READ, "main", null)).message())
        .isEqualTo("policy denied action 'read' for unknown actor 'act-zoe'");
  }

  @Test
  void theSmallestOfSeveralRulesIsNamed() {
    CompiledBundle bundle =
        compiled(
            Bundles.withRule("actions: [read]").replace("id: r", "id: b-read")
                + "  - { id: a-read, allow: { actors: { group: team }, actions: [read] } }\n",
            "g");

    assertThat(bundle.decide("act-a", new Deed(Action.READ, "main", null)))
        .isEqualTo(
            new Decision.Allowed("a-read", "policy allowed action 'read' for actor 'act-a'"));
  }

  @Test
  void aServerBundleDecidesForTheServer() {
    CompiledBundle bundle = compiled(Bundles.FRONT_DOOR, null);

    assertThat(bundle.decide("act-kim", new Deed(Action.GRAPH_LIST, null, null)))
        .isInstanceOf(Decision.Allowed.class);
    assertThat(bundle.decide("act-kim", new Deed(Action.READ, null, null)))
        .isInstanceOf(Decision.Denied.class);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void whateverNamesABundleUsesItCompilesAndGrants(long seed) {
    Random random = new Random(seed);
    String group = name(random);
    String actor = name(random);
    String id = name(random);
    CompiledBundle bundle = compile(bundle(group, actor, id), name(random));

    assertThat(bundle.decide(actor, new Deed(Action.READ, name(random), null)))
        .as("seed %d", seed)
        .isEqualTo(
            new Decision.Allowed(id, "policy allowed action 'read' for actor '" + actor + "'"));
  }

  private static PolicyBundle bundle(String group, String actor, String id) {
    SourceSpan place = new SourceSpan("test.yaml", 1, 1, "");
    TreeMap<String, PolicyBundle.Group> groups = new TreeMap<>();
    groups.put(group, new PolicyBundle.Group(List.of(new Located<>(actor, place)), place));
    Rule rule =
        new Rule(
            new Located<>(id, place),
            new Located<>(group, place),
            List.of(new Located<>(Action.READ, place), new Located<>(Action.EXPORT, place)),
            place,
            null,
            null);
    return new PolicyBundle(new Located<>(BigInteger.ONE, place), groups, List.of(), List.of(rule));
  }

  private static String name(Random random) {
    String[] parts = {
      "\"", "\\", "\n", "\u0000", "é", "\u2028", "😀", "\\u{41}", "*", ":", " ", "a"
    };
    List<String> name = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      name.add(parts[random.nextInt(parts.length)]);
    }
    return String.join("", name) + "x";
  }

  private static CompiledBundle compiled(String text, @Nullable String graph) {
    return compile(Bundles.valid(text), graph);
  }

  private static CompiledBundle compile(PolicyBundle bundle, @Nullable String graph) {
    return switch (CompiledBundle.compile(bundle, graph)) {
      case CompiledBundle.Compilation.Compiled(CompiledBundle compiled) -> compiled;
      case CompiledBundle.Compilation.Refused(String reason) -> throw new AssertionError(reason);
    };
  }
}
