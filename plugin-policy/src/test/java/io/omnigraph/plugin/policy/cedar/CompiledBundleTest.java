package io.omnigraph.plugin.policy.cedar;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnigraph.ground.source.SourceSpan;
import io.omnigraph.plugin.policy.Bundles;
import io.omnigraph.plugin.policy.bundle.Action;
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
      String action,
      @Nullable String branch,
      @Nullable String target,
      @Nullable String rule) {}

  static final List<Case> DECISIONS =
      List.of(
          new Case("act-jonas", "read", "main", null, "staff-look"),
          new Case("act-jonas", "read", null, null, "staff-look"),
          new Case("act-jonas", "export", "draft", null, "staff-look"),
          new Case("act-jonas", "change", "draft", null, "staff-draft"),
          new Case("act-jonas", "change", "main", null, null),
          new Case("act-kim", "change", "main", null, null),
          new Case("act-jonas", "branch_create", "main", "draft", "staff-fork"),
          new Case("act-jonas", "branch_create", "main", "release", null),
          new Case("act-jonas", "branch_merge", "draft", "main", null),
          new Case("act-kim", "branch_merge", "draft", "main", "curators-publish"),
          new Case("act-kim", "branch_merge", "draft", "other", null),
          new Case("act-kim", "schema_apply", null, "main", "curators-publish"),
          new Case("act-kim", "schema_apply", null, "draft", null),
          new Case("act-kim", "branch_delete", null, "main", null),
          new Case("act-ines", "invoke_query", null, null, "staff-stored"),
          new Case("act-zoe", "read", "main", null, null),
          new Case("act-kim", "graph_list", null, null, null),
          new Case("act-kim", "admin", null, null, null),
          new Case("act-kim", "invented", null, null, null));

  @ParameterizedTest
  @FieldSource("DECISIONS")
  void decides(Case c) {
    Ruling ruling = MUSEUM.rule(new Question(c.actor(), c.action(), c.branch(), c.target()));

    if (c.rule() == null) {
      assertThat(ruling).isInstanceOf(Ruling.Denied.class);
      assertThat(ruling.message()).startsWith("policy denied action '" + c.action() + "'");
    } else {
      String message = "policy allowed action '%s' for actor '%s'".formatted(c.action(), c.actor());
      assertThat(ruling).isEqualTo(new Ruling.Allowed(c.rule(), message));
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

    Ruling onBranch = byBranch.rule(new Question("act-a", "read", branch, null));
    Ruling onTarget = byTarget.rule(new Question("act-a", "branch_delete", null, branch));

    assertThat(onBranch instanceof Ruling.Allowed).isEqualTo(matches);
    assertThat(onTarget instanceof Ruling.Allowed).isEqualTo(matches);
  }

  @Test
  void messagesNameWhatWasDenied() {
    assertThat(MUSEUM.rule(new Question("act-jonas", "change", "main", null)).message())
        .isEqualTo("policy denied action 'change' on branch 'main' for actor 'act-jonas'");
    assertThat(MUSEUM.rule(new Question("act-jonas", "branch_merge", "d", "main")).message())
        .isEqualTo(
            "policy denied action 'branch_merge' on branch 'd' targeting branch 'main' for actor"
                + " 'act-jonas'");
    assertThat(MUSEUM.rule(new Question("act-zoe", "read", "main", null)).message())
        .isEqualTo("policy denied action 'read' for unknown actor 'act-zoe'");
  }

  @Test
  void theSmallestOfSeveralRulesIsNamed() {
    CompiledBundle bundle =
        compiled(
            Bundles.withRule("actions: [read]").replace("id: r", "id: b-read")
                + "  - { id: a-read, allow: { actors: { group: team }, actions: [read] } }\n",
            "g");

    assertThat(bundle.rule(new Question("act-a", "read", "main", null)))
        .isEqualTo(new Ruling.Allowed("a-read", "policy allowed action 'read' for actor 'act-a'"));
  }

  @Test
  void aServerBundleDecidesForTheServer() {
    CompiledBundle bundle = compiled(Bundles.FRONT_DOOR, null);

    assertThat(bundle.rule(new Question("act-kim", "graph_list", null, null)))
        .isInstanceOf(Ruling.Allowed.class);
    assertThat(bundle.rule(new Question("act-kim", "read", null, null)))
        .isInstanceOf(Ruling.Denied.class);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void whateverNamesABundleUsesItCompilesAndGrants(long seed) {
    Random random = new Random(seed);
    String group = name(random);
    String actor = name(random);
    String id = name(random);
    CompiledBundle bundle = compile(bundle(group, actor, id), name(random));

    assertThat(bundle.rule(new Question(actor, "read", name(random), null)))
        .as("seed %d", seed)
        .isEqualTo(
            new Ruling.Allowed(id, "policy allowed action 'read' for actor '" + actor + "'"));
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
