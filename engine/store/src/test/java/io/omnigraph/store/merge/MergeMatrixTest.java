package io.omnigraph.store.merge;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnigraph.graph.commit.Commit;
import io.omnigraph.graph.merge.MergeOutcome;
import io.omnigraph.graph.write.Transaction;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The operation matrix of docs/reference/graph-engine.md §6.7. */
class MergeMatrixTest {

  private static final String SCHEMA =
      """
      node N { key: String @key q: I32? }
      edge E: N -> N
      """;

  static final List<Cell> CELLS =
      List.of(
              row(Op.NONE, "up", "up", "up", "up", "up", "up"),
              row(Op.ADD_N, "ff", "divergent_insert(n5)", "merged", "merged", "merged", "merged"),
              row(
                  Op.DEL_N,
                  "ff",
                  "merged",
                  "merged",
                  "orphan_edge(new2)",
                  "merged",
                  "delete_vs_update(n1)"),
              row(Op.ADD_E, "ff", "merged", "orphan_edge(new1)", "merged", "merged", "merged"),
              row(Op.DEL_E, "ff", "merged", "merged", "merged", "merged", "merged"),
              row(
                  Op.SET,
                  "ff",
                  "merged",
                  "delete_vs_update(n1)",
                  "merged",
                  "merged",
                  "divergent_update(n1)"))
          .stream()
          .flatMap(List::stream)
          .toList();

  @TempDir private static Path directory;
  private static MergeLab lab;

  @BeforeAll
  static void create() {
    lab = MergeLab.create(directory, SCHEMA);
    lab.write(
        "main",
        t -> {
          for (String node : List.of("n1", "n2", "n3", "n4")) {
            t.upsertNode("N", null, Map.of("key", node, "q", 0L));
          }
          t.upsertEdge("E", "e", "n2", "n3", Map.of());
        });
  }

  @AfterAll
  static void close() {
    lab.close();
  }

  @ParameterizedTest
  @FieldSource("CELLS")
  void theMatrixHolds(Cell cell) {
    String source = "s-" + cell.source() + "-" + cell.target();
    String target = "t-" + cell.source() + "-" + cell.target();
    lab.graph().createBranch(source, "main");
    lab.graph().createBranch(target, "main");
    cell.source().apply(source, 1);
    cell.target().apply(target, 2);
    Set<String> before = lab.content(target);

    MergeOutcome outcome = lab.merge(source, target);

    assertThat(MergeLab.shown(outcome)).isEqualTo(cell.outcome());
    if (outcome instanceof MergeOutcome.Merged || outcome instanceof MergeOutcome.FastForward) {
      Commit head = lab.graph().history(target).getFirst();
      assertThat(lab.content(target)).isEqualTo(both(lab.content(source), before));
      assertThat(head.actor()).isEqualTo("ada");
      assertThat(head.mergedParent()).isEqualTo(lab.graph().history(source).getFirst().id());
    } else {
      assertThat(lab.content(target)).isEqualTo(before);
    }
  }

  @Test
  void theWholeMatrixIsCovered() {
    System.out.println("merge matrix cells covered: " + CELLS.size());
    assertThat(CELLS).hasSize(36);
  }

  private static List<Cell> row(Op source, String... outcomes) {
    List<Cell> cells = new ArrayList<>();
    Iterator<String> next = List.of(outcomes).iterator();
    for (Op target : Op.values()) {
      cells.add(new Cell(source, target, next.next()));
    }
    return cells;
  }

  /** What main has, with the changes of two branches. */
  private static Set<String> both(Set<String> one, Set<String> other) {
    Set<String> base = lab.content("main");
    Set<String> expected = new TreeSet<>(base);
    for (Set<String> side : List.of(one, other)) {
      base.stream().filter(row -> !side.contains(row)).forEach(expected::remove);
      side.stream().filter(row -> !base.contains(row)).forEach(expected::add);
    }
    return expected;
  }

  /** What one side does. */
  enum Op {
    NONE,
    ADD_N,
    DEL_N,
    ADD_E,
    DEL_E,
    SET;

    void apply(String branch, long side) {
      if (this != NONE) {
        lab.write(branch, t -> apply(t, side));
      }
    }

    private void apply(Transaction t, long side) {
      switch (this) {
        case NONE -> {}
        case ADD_N -> t.upsertNode("N", null, Map.of("key", "n5", "q", side));
        case DEL_N -> t.deleteNode("N", "n1");
        case ADD_E -> t.upsertEdge("E", "new" + side, "n1", "n3", Map.of());
        case DEL_E -> t.deleteEdge("E", "e");
        case SET -> t.updateNode("N", "n1", Map.of("q", Optional.of(side)));
      }
    }
  }

  record Cell(Op source, Op target, String outcome) {}
}
