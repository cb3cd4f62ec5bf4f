package io.omnigraph.store.merge;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnigraph.graph.failure.MergeConflict;
import io.omnigraph.graph.merge.MergeOutcome;
import io.omnigraph.graph.merge.MergeRequest.Grain;
import io.omnigraph.graph.write.Transaction;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The further cases of docs/reference/graph-engine.md §6.7, and merges of cells. */
class MergeCasesTest {

  private static final String SCHEMA =
      """
      node N {
        key: String @key
        q: I32?
        name: String?
        mail: String? @unique
        low: I32?
        high: I32?
        @range(q, 0..100)
        @unique(low, high)
      }
      edge E: N -> N
      edge Pair: N -> N { @unique(src, dst) }
      edge One: N -> N @card(0..1)
      """;

  static final List<Case> CASES =
      List.of(
          new Case("both update to identical values", set("q", 5L), set("q", 5L), "merged"),
          new Case("both insert equal rows", add("x", "q", 1L), add("x", "q", 1L), "merged"),
          new Case(
              "both insert different ids with one unique value",
              add("x", "mail", "m"),
              add("y", "mail", "m"),
              "unique_violation(x)"),
          new Case(
              "the same unique pair",
              edge("Pair", "p1", "n2"),
              edge("Pair", "p2", "n2"),
              "unique_violation(p1)"),
          new Case(
              "pairs that share an end",
              edge("Pair", "p1", "n2"),
              edge("Pair", "p2", "n3"),
              "merged"),
          new Case(
              "one edge too many",
              edge("One", "o1", "n2"),
              edge("One", "o2", "n3"),
              "cardinality_violation"),
          new Case(
              "a node goes while it gets an edge",
              t -> t.deleteNode("N", "n1"),
              edge("E", "e1", "n2"),
              "orphan_edge(e1)"),
          new Case(
              "an edge comes to a node that goes",
              edge("E", "e1", "n2"),
              t -> t.deleteNode("N", "n2"),
              "orphan_edge(e1)"),
          new Case(
              "two properties of a row", set("q", 7L), set("name", "b"), "divergent_update(n1)"),
          new Case(
              "two properties of a row, by cell",
              Grain.CELL,
              set("q", 7L),
              set("name", "b"),
              "merged",
              "q='7' name='b'"),
          new Case(
              "one property of a row, by cell",
              Grain.CELL,
              set("q", 7L),
              set("q", 8L),
              "divergent_update(n1)",
              "q='8'"),
          new Case(
              "an update and a deletion, by cell",
              Grain.CELL,
              set("q", 7L),
              t -> t.deleteNode("N", "n1"),
              "delete_vs_update(n1)",
              ""),
          new Case(
              "cells that make a tuple twice",
              Grain.CELL,
              set("low", 2L),
              set("high", 2L),
              "unique_violation(n1)",
              "high='2'"));

  @TempDir private static Path directory;
  private static MergeLab lab;

  @BeforeAll
  static void create() {
    lab = MergeLab.create(directory, SCHEMA);
    lab.write(
        "main",
        t -> {
          t.upsertNode("N", null, Map.of("key", "n1", "q", 1L, "low", 1L, "high", 1L));
          t.upsertNode("N", null, Map.of("key", "n2", "low", 2L, "high", 2L));
          t.upsertNode("N", null, Map.of("key", "n3"));
        });
  }

  @AfterAll
  static void close() {
    lab.close();
  }

  @ParameterizedTest
  @FieldSource("CASES")
  void theCaseEndsAsSpecified(Case c) {
    String source = "s" + CASES.indexOf(c);
    String target = "t" + CASES.indexOf(c);
    lab.graph().createBranch(source, "main");
    lab.graph().createBranch(target, "main");
    lab.write(source, c.source());
    lab.write(target, c.target());

    MergeOutcome outcome = lab.merge(source, target, c.grain());

    assertThat(MergeLab.shown(outcome)).isEqualTo(c.outcome());
    assertThat(String.join("\n", lab.content(target))).contains(c.contained());
  }

  @Test
  void everyKindOfConflictHasACase() {
    List<String> outcomes =
        Stream.of(
                CASES.stream().map(Case::outcome),
                MergeMatrixTest.CELLS.stream().map(MergeMatrixTest.Cell::outcome),
                MergeRowRuleTest.RULES.stream().map(MergeRowRuleTest.Rule::result),
                LeftBehindMergeTest.CASES.stream().map(LeftBehindMergeTest.Case::outcome))
            .flatMap(Function.identity())
            .toList();

    assertThat(MergeConflict.Kind.values())
        .allSatisfy(
            kind -> assertThat(outcomes).anyMatch(outcome -> outcome.startsWith(kind.word())));
  }

  @Test
  void aConflictSaysWhatEachSideHas() {
    lab.graph().createBranch("ours", "main");
    lab.graph().createBranch("theirs", "main");
    lab.write("ours", set("q", 8L));
    lab.write("theirs", set("q", 9L));

    MergeOutcome outcome = lab.merge("theirs", "ours");

    assertThat(((MergeOutcome.Conflicting) outcome).conflicts().getFirst().properties())
        .singleElement()
        .hasToString("Disagreement[property=q, base=1, ours=8, theirs=9]");
    assertThat(((MergeOutcome.Conflicting) outcome).summary())
        .isEqualTo("merge conflicts: node:N:n1 (divergent_update)");
  }

  @Test
  void onlyNewWorkIsMergedAgain() {
    lab.graph().createBranch("again", "main");
    lab.graph().createBranch("into", "main");
    lab.write("again", add("first", "q", 1L));
    lab.write("into", add("own", "q", 1L));
    assertThat(MergeLab.shown(lab.merge("again", "into"))).isEqualTo("merged");
    assertThat(MergeLab.shown(lab.merge("again", "into"))).isEqualTo("up");
    lab.write("into", t -> t.updateNode("N", "first", Map.of("q", Optional.of(2L))));
    lab.write("again", add("second", "q", 1L));

    assertThat(MergeLab.shown(lab.merge("again", "into"))).isEqualTo("merged");
    assertThat(String.join("\n", lab.content("into")))
        .contains("N first key='first' q='2'", "N second ", "N own ");
    assertThat(MergeLab.shown(lab.merge("into", "again"))).isEqualTo("ff");
    assertThat(lab.content("again")).isEqualTo(lab.content("into"));
  }

  @Test
  void aGrandchildIsMergedByWayOfItsParent() {
    lab.graph().createBranch("parent", "main");
    lab.graph().createBranch("child", "parent");
    lab.graph().createBranch("top", "main");
    lab.write("child", add("deep", "q", 1L));
    lab.write("parent", add("middle", "q", 1L));
    lab.write("top", add("high", "q", 1L));

    assertThat(MergeLab.shown(lab.merge("child", "parent"))).isEqualTo("merged");
    assertThat(MergeLab.shown(lab.merge("parent", "top"))).isEqualTo("merged");
    assertThat(String.join("\n", lab.content("top"))).contains("N deep", "N middle", "N high");
  }

  private static Consumer<Transaction> set(String property, Object value) {
    return t -> t.updateNode("N", "n1", Map.of(property, Optional.of(value)));
  }

  private static Consumer<Transaction> add(String key, String property, Object value) {
    return t -> t.upsertNode("N", null, Map.of("key", key, property, value));
  }

  private static Consumer<Transaction> edge(String type, String id, String target) {
    return t -> t.upsertEdge(type, id, "n1", target, Map.of());
  }

  record Case(
      String name,
      Grain grain,
      Consumer<Transaction> source,
      Consumer<Transaction> target,
      String outcome,
      String contained) {

    Case(String name, Consumer<Transaction> source, Consumer<Transaction> target, String outcome) {
      this(name, Grain.ROW, source, target, outcome, "");
    }

    @Override
    public String toString() {
      return name;
    }
  }
}
