package io.omnigraph.store.merge;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnigraph.graph.merge.MergeOutcome;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * The row rule of docs/reference/graph-engine.md §6.3: what a row has in the base, the source and
 * the target, and what it has afterwards; {@code -} where it is not there.
 */
class MergeRowRuleTest {

  static final List<Rule> RULES =
      List.of(
          new Rule("-", "-", "x", "x"),
          new Rule("-", "x", "-", "x"),
          new Rule("-", "x", "x", "x"),
          new Rule("-", "x", "y", "divergent_insert(r)"),
          new Rule("a", "a", "a", "a"),
          new Rule("a", "a", "y", "y"),
          new Rule("a", "a", "-", "-"),
          new Rule("a", "x", "a", "x"),
          new Rule("a", "-", "a", "-"),
          new Rule("a", "-", "-", "-"),
          new Rule("a", "x", "x", "x"),
          new Rule("a", "x", "y", "divergent_update(r)"),
          new Rule("a", "x", "-", "delete_vs_update(r)"),
          new Rule("a", "-", "y", "delete_vs_update(r)"),
          new Rule("null", "", "null", ""),
          new Rule("null", "", "x", "divergent_update(r)"),
          new Rule("-", "null", "", "divergent_insert(r)"));

  @TempDir private static Path directory;
  private static MergeLab lab;

  @BeforeAll
  static void create() {
    lab = MergeLab.create(directory, "node N { key: String @key text: String? }");
    for (String base : List.of("-", "a", "null")) {
      lab.graph().createBranch("base" + base, "main");
      set("base" + base, "-", base);
    }
  }

  @AfterAll
  static void close() {
    lab.close();
  }

  @ParameterizedTest
  @FieldSource("RULES")
  void theRuleHolds(Rule rule) {
    String source = "s" + RULES.indexOf(rule);
    String target = "t" + RULES.indexOf(rule);
    lab.graph().createBranch(source, "base" + rule.base());
    lab.graph().createBranch(target, "base" + rule.base());
    // Both sides have work of their own, so that rows are compared.
    lab.write(source, t -> t.upsertNode("N", null, Map.of("key", source)));
    lab.write(target, t -> t.upsertNode("N", null, Map.of("key", target)));
    set(source, rule.base(), rule.source());
    set(target, rule.base(), rule.target());

    MergeOutcome outcome = lab.merge(source, target);

    assertThat(outcome instanceof MergeOutcome.Merged ? value(target) : MergeLab.shown(outcome))
        .isEqualTo(rule.result());
    if (!(outcome instanceof MergeOutcome.Merged)) {
      assertThat(value(target)).isEqualTo(rule.target());
    }
    assertThat(value(source)).isEqualTo(rule.source());
  }

  @Test
  void theWholeTableIsCovered() {
    System.out.println("merge row rules covered: " + RULES.size());
    assertThat(RULES).hasSize(17).doesNotHaveDuplicates();
  }

  private static void set(String branch, String before, String value) {
    if (value.equals(before)) {
      return;
    }
    lab.write(
        branch,
        t -> {
          if (value.equals("-")) {
            t.deleteNode("N", "r");
          } else {
            Map<String, Object> values = new HashMap<>(Map.of("key", "r"));
            Optional.of(value)
                .filter(text -> !text.equals("null"))
                .ifPresent(text -> values.put("text", text));
            t.upsertNode("N", null, values);
          }
        });
  }

  private static String value(String branch) {
    return lab.content(branch).stream()
        .filter(row -> row.startsWith("N r "))
        .map(row -> row.substring(row.indexOf("text=") + "text=".length()).replace("'", ""))
        .findFirst()
        .orElse("-");
  }

  record Rule(String base, String source, String target, String result) {}
}
