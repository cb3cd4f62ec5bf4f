package io.omnigraph.graph.merge;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnigraph.api.fault.FaultPoints;
import io.omnigraph.graph.Graph;
import io.omnigraph.graph.Graphs;
import io.omnigraph.graph.TestSchemas;
import io.omnigraph.graph.commit.Commit;
import io.omnigraph.graph.merge.MergeRequest.Grain;
import io.omnigraph.graph.snapshot.Column;
import io.omnigraph.graph.snapshot.EdgeTable;
import io.omnigraph.graph.snapshot.NodeTable;
import io.omnigraph.graph.snapshot.ReadTarget;
import io.omnigraph.graph.snapshot.Snapshot;
import io.omnigraph.graph.write.Transaction;
import io.omnigraph.graph.write.WriteRequest;
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

/** The operation matrix of the graph-engine specification, section 6.7. */
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
                  "orphan_edge",
                  "merged",
                  "delete_vs_update(n1)"),
              row(Op.ADD_E, "ff", "merged", "orphan_edge", "merged", "merged", "merged"),
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
  private static Graph graph;

  @BeforeAll
  static void create() {
    graph =
        Graphs.create(
            directory.resolve("matrix.omni").toString(),
            TestSchemas.of(SCHEMA),
            Optional.empty(),
            FaultPoints.none());
    write(
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
    graph.close();
  }

  @ParameterizedTest
  @FieldSource("CELLS")
  void theMatrixHolds(Cell cell) {
    String source = "s-" + cell.source() + "-" + cell.target();
    String target = "t-" + cell.source() + "-" + cell.target();
    graph.createBranch(source, "main");
    graph.createBranch(target, "main");
    cell.source().apply(source, 1);
    cell.target().apply(target, 2);
    Set<String> before = content(target);

    MergeOutcome outcome = graph.merge(new MergeRequest(source, target, Grain.ROW, "ada", null));

    assertThat(shown(outcome)).isEqualTo(cell.outcome());
    Commit head = graph.history(target).getFirst();
    if (outcome instanceof MergeOutcome.Merged || outcome instanceof MergeOutcome.FastForward) {
      Set<String> expected = new TreeSet<>(content("main"));
      Set<String> base = content("main");
      for (String side : List.of(source, target)) {
        Set<String> changed = side.equals(target) ? before : content(side);
        base.stream().filter(row -> !changed.contains(row)).forEach(expected::remove);
        changed.stream().filter(row -> !base.contains(row)).forEach(expected::add);
      }
      assertThat(content(target)).isEqualTo(expected);
      assertThat(head.actor()).isEqualTo("ada");
      assertThat(head.mergedParent()).isEqualTo(graph.history(source).getFirst().id());
    } else {
      assertThat(content(target)).isEqualTo(before);
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

  private static String shown(MergeOutcome outcome) {
    return switch (outcome) {
      case MergeOutcome.AlreadyUpToDate _ -> "up";
      case MergeOutcome.FastForward _ -> "ff";
      case MergeOutcome.Merged _ -> "merged";
      case MergeOutcome.Conflicting(var conflicts) ->
          String.join(", ", conflicts.stream().map(MergeMatrixTest::shown).toList());
      case MergeOutcome.Senseless(var reason) -> reason;
      case MergeOutcome.Incompatible(var reason) -> reason;
      case MergeOutcome.Overtaken(var reason, _) -> reason;
    };
  }

  private static String shown(MergeConflict conflict) {
    return conflict.kind() == MergeConflict.Kind.ORPHAN_EDGE
        ? conflict.kind().word()
        : conflict.kind().word() + "(" + conflict.rowId() + ")";
  }

  private static Set<String> content(String branch) {
    Snapshot snapshot = graph.snapshot(new ReadTarget.Branch(branch));
    Set<String> rows = new TreeSet<>();
    NodeTable nodes = snapshot.nodes("N");
    Column.Longs q = (Column.Longs) nodes.column("q");
    EdgeTable edges = snapshot.edges("E");
    for (int row = 0; row < nodes.size(); row++) {
      if (nodes.isLive(row)) {
        rows.add(nodes.id(row) + "=" + q.get(row));
      }
    }
    for (int row = 0; row < edges.size(); row++) {
      if (edges.isLive(row)) {
        rows.add(edges.id(row) + ":" + edges.source(row) + ">" + edges.target(row));
      }
    }
    return rows;
  }

  private static void write(String branch, java.util.function.Consumer<Transaction> work) {
    graph.write(
        new WriteRequest(branch, null, "mutate"),
        t -> {
          work.accept(t);
          return "";
        });
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
        write(branch, t -> apply(t, side));
      }
    }

    private void apply(Transaction t, long side) {
      switch (this) {
        case NONE -> {}
        case ADD_N -> t.upsertNode("N", null, Map.of("key", "n5", "q", side));
        case DEL_N -> t.deleteNode("N", "n1");
        case ADD_E -> t.upsertEdge("E", null, "n1", "n3", Map.of());
        case DEL_E -> t.deleteEdge("E", "e");
        case SET -> t.updateNode("N", "n1", Map.of("q", Optional.of(side)));
      }
    }
  }

  record Cell(Op source, Op target, String outcome) {}
}
