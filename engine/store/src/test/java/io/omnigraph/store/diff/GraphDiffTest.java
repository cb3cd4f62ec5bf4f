package io.omnigraph.store.diff;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnigraph.graph.Graph;
import io.omnigraph.graph.Graphs;
import io.omnigraph.graph.commit.Commit;
import io.omnigraph.graph.diff.ChangeOp;
import io.omnigraph.graph.diff.DiffFilter;
import io.omnigraph.graph.diff.DiffStats;
import io.omnigraph.graph.diff.EntityChange;
import io.omnigraph.graph.diff.GraphDiff;
import io.omnigraph.graph.merge.MergeRequest;
import io.omnigraph.graph.merge.MergeRequest.Grain;
import io.omnigraph.graph.snapshot.ReadTarget;
import io.omnigraph.graph.write.Transaction;
import io.omnigraph.graph.write.WriteRequest;
import io.omnigraph.ground.fault.FaultPoints;
import io.omnigraph.store.TestSchemas;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The rules of differences (docs/reference/graph-engine.md §7). */
class GraphDiffTest {

  private static final String SCHEMA =
      """
      node N { key: String @key q: I32? name: String? }
      edge E: N -> N
      """;

  static final List<Case> CASES =
      List.of(
          new Case("nothing", List.of(), List.of()),
          new Case("an insert", List.of(put("c", 1)), List.of("insert node:N c null {key, q}")),
          new Case("insert and delete", List.of(put("c", 1), drop("c")), List.of()),
          new Case(
              "insert and update",
              List.of(put("c", 1), put("c", 2)),
              List.of("insert node:N c null {key, q}")),
          new Case("an update", List.of(put("a", 2)), List.of("update node:N a {q=1} {q=2}")),
          new Case("an update and back", List.of(put("a", 2), put("a", 1)), List.of()),
          new Case("a row written with equal values", List.of(put("a", 1)), List.of()),
          new Case(
              "a deleted node takes its edges along",
              List.of(drop("a")),
              List.of("delete edge:E e a>b", "delete node:N a {key, q} null")),
          new Case(
              "an edge with another end",
              List.of(t -> t.upsertEdge("E", "e", "b", "a", Map.of())),
              List.of("update edge:E e b>a")),
          new Case(
              "a null",
              List.of(t -> t.updateNode("N", "a", Map.of("q", Optional.empty()))),
              List.of("update node:N a {q=1} {q=null}")));

  @TempDir private Path directory;
  private Graph graph;

  @BeforeEach
  void create() {
    graph =
        Graphs.create(
            directory.resolve("d.omni").toString(),
            TestSchemas.of(SCHEMA),
            Optional.empty(),
            FaultPoints.none());
    write(
        "main",
        t -> {
          t.upsertNode("N", null, Map.of("key", "a", "q", 1L));
          t.upsertNode("N", null, Map.of("key", "b", "q", 1L));
          t.upsertEdge("E", "e", "a", "b", Map.of());
        });
  }

  @AfterEach
  void close() {
    graph.close();
  }

  @ParameterizedTest
  @FieldSource("CASES")
  void theNetDifferenceIsShown(Case c) {
    graph.createBranch("work", "main");
    c.steps().forEach(step -> write("work", step));

    List<String> forth = diff(new ReadTarget.Branch("main"), new ReadTarget.Branch("work"));
    List<String> back = diff(new ReadTarget.Branch("work"), new ReadTarget.Branch("main"));

    assertThat(forth).isEqualTo(c.changes());
    assertThat(back).hasSameSizeAs(forth);
  }

  @Test
  void aMergeShowsJustWhatTheSourceBrought() {
    graph.createBranch("work", "main");
    write("work", put("c", 1));
    write("main", put("d", 1));
    Commit before = graph.history("main").getFirst();
    graph.merge(new MergeRequest("work", "main", Grain.ROW, null, null));

    assertThat(diff(new ReadTarget.AtCommit(before.id()), ReadTarget.main()))
        .containsExactly("insert node:N c null {key, q}");
  }

  @Test
  void timesAndTagsAreStatesToo() {
    Commit first = graph.history("main").getFirst();
    graph.createTag("seed", ReadTarget.main(), "ada", null);
    write("main", put("c", 1));

    assertThat(diff(new ReadTarget.Tag("seed"), ReadTarget.main()))
        .isEqualTo(diff(new ReadTarget.AtTime("main", first.createdAt()), ReadTarget.main()))
        .containsExactly("insert node:N c null {key, q}");
  }

  @Test
  void aFilterDecidesWhatIsCounted() {
    graph.createBranch("work", "main");
    write("work", drop("a"));
    GraphDiff diff = graph.diff(ReadTarget.main(), new ReadTarget.Branch("work"));

    assertThat(diff.each(DiffFilter.ALL, _ -> {}))
        .isEqualTo(new DiffStats(0, 0, 2, List.of("E", "N")));
    assertThat(diff.each(new DiffFilter(Set.of("edge"), Set.of(), Set.of()), _ -> {}))
        .isEqualTo(new DiffStats(0, 0, 1, List.of("E")));
    assertThat(diff.each(new DiffFilter(Set.of(), Set.of("N"), Set.of(ChangeOp.INSERT)), _ -> {}))
        .isEqualTo(new DiffStats(0, 0, 0, List.of()));
  }

  private List<String> diff(ReadTarget from, ReadTarget to) {
    List<String> changes = new ArrayList<>();
    graph.diff(from, to).each(DiffFilter.ALL, change -> changes.add(shown(change)));
    return changes;
  }

  private static String shown(EntityChange change) {
    String start = change.op().word() + " " + change.tableKey() + " " + change.id();
    if (change.endpoints() != null) {
      return start + " " + change.endpoints().src() + ">" + change.endpoints().dst();
    }
    boolean isUpdate = change.op() == ChangeOp.UPDATE;
    return start
        + " "
        + (isUpdate ? change.before() : named(change.before()))
        + " "
        + (isUpdate ? change.after() : named(change.after()));
  }

  private static String named(@org.jspecify.annotations.Nullable Map<String, ?> values) {
    if (values == null) {
      return "null";
    }
    List<String> present =
        values.entrySet().stream()
            .filter(entry -> !entry.getValue().toString().equals("null"))
            .map(Map.Entry::getKey)
            .toList();
    return "{" + String.join(", ", present) + "}";
  }

  private void write(String branch, Consumer<Transaction> work) {
    graph.write(
        new WriteRequest(branch, null, "mutate"),
        t -> {
          work.accept(t);
          return "";
        });
  }

  private static Consumer<Transaction> put(String key, long q) {
    return t -> t.upsertNode("N", null, Map.of("key", key, "q", q));
  }

  private static Consumer<Transaction> drop(String key) {
    return t -> t.deleteNode("N", key);
  }

  record Case(String name, List<Consumer<Transaction>> steps, List<String> changes) {
    @Override
    public String toString() {
      return name;
    }
  }
}
