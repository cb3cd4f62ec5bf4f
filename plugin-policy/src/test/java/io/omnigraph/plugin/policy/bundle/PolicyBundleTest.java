package io.omnigraph.plugin.policy.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnigraph.plugin.policy.Bundles;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class PolicyBundleTest {

  /** A bundle and what its one error says. */
  record Invalid(String name, String text, List<String> mentions) {

    Invalid(String name, String text, String... mentions) {
      this(name, text, List.of(mentions));
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static final List<Invalid> SHAPES =
      List.of(
          new Invalid("empty", "", "empty document"),
          new Invalid("not YAML", "version: [", "expected"),
          new Invalid("duplicate key", "version: 1\nversion: 1\n", "duplicate key `version`"),
          new Invalid("no version", "rules: []\n", "missing key `version`"),
          new Invalid("version as text", "version: '1'\n", "an integer", "a string"),
          new Invalid("unknown key", "version: 1\nrulez: []\n", "unknown key `rulez`"),
          new Invalid("kind as list", "version: 1\nkind: [a]\n", "`kind`"),
          new Invalid("groups as list", "version: 1\ngroups: []\n", "`groups`", "a map"),
          new Invalid("group as text", "version: 1\ngroups: { g: a }\n", "group `g`", "a list"),
          new Invalid("member as number", "version: 1\ngroups: { g: [7] }\n", "group `g`"),
          new Invalid("rule without id", "version: 1\nrules: [{ allow: {} }]\n", "`id`"),
          new Invalid("rule without allow", "version: 1\nrules: [{ id: r }]\n", "`allow`", "`r`"),
          new Invalid(
              "typo in a rule",
              Bundles.withRule("actions: [read], branch_scpoe: any"),
              "unknown key `branch_scpoe`",
              "`r`"),
          new Invalid(
              "unknown action", Bundles.withRule("actions: [run_publish]"), "`run_publish`", "`r`"),
          new Invalid(
              "unknown scope",
              Bundles.withRule("actions: [read], branch_scope: some"),
              "unknown branch_scope `some`"));

  static final List<Invalid> CONTENTS =
      List.of(
          new Invalid(
              "protected branch with blanks",
              "version: 1\nprotected_branches: [' main ']\n",
              "a protected branch must not have blanks around it, found ` main `",
              "line 2, column 22"),
          new Invalid(
              "protected branch that cannot exist",
              "version: 1\nprotected_branches:\n  - main\n  - a..b\n",
              "`a..b` is not a branch name",
              "line 4, column 5"),
          new Invalid(
              "protected branch with a control character",
              "version: 1\nprotected_branches: [\"ma\\tin\"]\n",
              "a protected branch must not have control characters",
              "line 2, column 22"),
          new Invalid(
              "member with blanks",
              "version: 1\ngroups: { crew: ['act-a '] }\n",
              "a member of the group `crew` must not have blanks around it",
              "line 2, column 18"),
          new Invalid(
              "member with a no-break blank",
              "version: 1\ngroups: { crew: [\"act-a\\u2003\"] }\n",
              "must not have blanks around it"),
          new Invalid(
              "group with blanks",
              "version: 1\ngroups: { ' crew': [act-a] }\n",
              "the name of a group must not have blanks around it"),
          new Invalid(
              "rule id with blanks",
              Bundles.withRule("actions: [read]").replace("id: r", "id: ' r'"),
              "the id of a rule must not have blanks around it"),
          new Invalid(
              "group reference with blanks",
              Bundles.withRule("actions: [read]").replace("group: team", "group: 'team '"),
              "the group of the rule `r` must not have blanks around it"),
          new Invalid(
              "action with blanks", Bundles.withRule("actions: [' read']"), "` read`", "`r`"),
          new Invalid("version 2", "version: 2\n", "`2`"),
          new Invalid("blank group name", "version: 1\ngroups: { ' ': [a] }\n", "blank"),
          new Invalid("empty group", "version: 1\ngroups: { crew: [] }\n", "`crew`"),
          new Invalid("blank member", "version: 1\ngroups: { crew: [' '] }\n", "`crew`"),
          new Invalid("blank branch", "version: 1\nprotected_branches: ['']\n", "branch"),
          new Invalid(
              "blank rule id",
              Bundles.withRule("actions: [read]").replace("id: r", "id: ' '"),
              "id of a rule"),
          new Invalid(
              "duplicate rule id",
              Bundles.withRule("actions: [read]")
                  + "  - id: r\n    allow: { actors: { group: team }, actions: [export] }\n",
              "duplicate policy rule id `r`"),
          new Invalid(
              "blank group reference",
              Bundles.withRule("actions: [read]").replace("group: team", "group: ''"),
              "group of the rule `r`"),
          new Invalid(
              "undeclared group",
              Bundles.withRule("actions: [read]").replace("group: team", "group: ghosts"),
              "`r` references unknown group `ghosts`"),
          new Invalid("no actions", Bundles.withRule("actions: []"), "`r`", "at least one action"),
          new Invalid(
              "both scopes",
              Bundles.withRule(
                  "actions: [read, change], branch_scope: any, target_branch_scope: any"),
              "`r`",
              "both `branch_scope` and `target_branch_scope`"),
          new Invalid(
              "merge by branch",
              Bundles.withRule("actions: [branch_merge], branch_scope: protected"),
              "`r`",
              "`branch_merge`",
              "`branch_scope`",
              "unsupported action"),
          new Invalid(
              "read by target",
              Bundles.withRule("actions: [read], target_branch_scope: any"),
              "`r`",
              "`read`",
              "`target_branch_scope`"),
          new Invalid(
              "stored queries by branch",
              Bundles.withRule("actions: [invoke_query], branch_scope: any"),
              "`invoke_query`",
              "`branch_scope`"),
          new Invalid(
              "admin by branch",
              Bundles.withRule("actions: [admin], branch_scope: any"),
              "`admin`"),
          new Invalid(
              "admin by target",
              Bundles.withRule("actions: [admin], target_branch_scope: any"),
              "`admin`"),
          new Invalid(
              "graph list by branch",
              Bundles.withRule("actions: [graph_list], branch_scope: any"),
              "`graph_list`"),
          new Invalid(
              "both kinds of action",
              Bundles.withRule("actions: [graph_list, read]"),
              "`r`",
              "server-scoped",
              "separate rules"),
          new Invalid(
              "one action without the scope",
              Bundles.withRule("actions: [read, branch_create], branch_scope: any"),
              "`branch_create`"),
          new Invalid("repeated action", Bundles.withRule("actions: [read, read]"), "`read`"));

  static final List<String> VALID =
      List.of(
          "version: 1\n",
          "version: 1\nrules: []\n",
          "version: 1\nkind: server\nrules: []\n",
          "version: 1\ngroups: { idle: [act-x] }\n",
          "version: 1\ngroups: { one: [act-x], two: [act-x] }\n",
          Bundles.withRule("actions: [read, branch_create]"),
          "kind: server\n" + Bundles.withRule("actions: [read]"),
          Bundles.MUSEUM,
          Bundles.FRONT_DOOR);

  @ParameterizedTest
  @FieldSource({"SHAPES", "CONTENTS"})
  void refusesAndSaysWhatIsWrong(Invalid invalid) {
    assertThat(Bundles.problem(invalid.text()).located()).contains(invalid.mentions());
  }

  @ParameterizedTest
  @FieldSource("VALID")
  void accepts(String text) {
    assertThat(Bundles.valid(text).version().value()).isEqualTo(1);
  }

  @Test
  void aProblemHasItsPlaceInTheFile() {
    BundleProblem problem =
        Bundles.problem(Bundles.withRule("actions: [read, branch_create], branch_scope: any"));

    assertThat(problem.span().place()).isEqualTo("test.yaml:6:55");
    assertThat(problem.located()).endsWith(" (line 6, column 55)");
  }

  @Test
  void groupsAreCheckedByNameAndBeforeRules() {
    assertThat(
            Bundles.problem("version: 1\ngroups: { b: [], a: [] }\nrules: [{ id: x }]").message())
        .contains("missing key `allow`");
    assertThat(Bundles.problem("version: 1\ngroups: { b: [], a: [] }\n").message()).contains("`a`");
  }

  @Test
  void membersOfUnusedGroupsAreActors() {
    PolicyBundle bundle = Bundles.valid("version: 1\ngroups: { b: [z, y], a: [y, x] }\n");

    assertThat(bundle.actors()).containsExactly("x", "y", "z");
  }

  @Test
  void aGraphBundleCannotListGraphs() {
    PolicyBundle bundle =
        Bundles.valid("kind: server\n" + Bundles.withRule("actions: [graph_list]"));

    assertThat(Attachment.SERVER.misfitOf(bundle)).isEmpty();
    assertThat(Attachment.GRAPH.misfitOf(bundle).orElseThrow().message())
        .contains("`r`", "`graph_list`", "server-scoped", "server policy");
  }

  @Test
  void aServerBundleCannotSpeakOfGraphs() {
    PolicyBundle bundle = Bundles.valid("kind: server\n" + Bundles.withRule("actions: [read]"));

    assertThat(Attachment.GRAPH.misfitOf(bundle)).isEmpty();
    assertThat(Attachment.SERVER.misfitOf(bundle).orElseThrow().message())
        .contains("`r`", "`read`", "per-graph action", "per-graph policy");
  }

  @Test
  void aBundleWithoutRulesFitsEverywhere() {
    PolicyBundle bundle = Bundles.valid("version: 1\n");

    assertThat(Attachment.SERVER.misfitOf(bundle)).isEmpty();
    assertThat(Attachment.GRAPH.misfitOf(bundle)).isEmpty();
  }
}
