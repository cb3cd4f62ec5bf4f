package io.omnigraph.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnigraph.graph.commit.Commit;
import io.omnigraph.graph.snapshot.Adjacency;
import io.omnigraph.graph.snapshot.Column;
import io.omnigraph.graph.snapshot.EdgeTable;
import io.omnigraph.graph.snapshot.NodeTable;
import io.omnigraph.graph.snapshot.ReadTarget;
import io.omnigraph.graph.snapshot.Snapshot;
import io.omnigraph.graph.write.Transaction;
import io.omnigraph.graph.write.WriteOutcome;
import io.omnigraph.graph.write.WriteRequest;
import io.omnigraph.ground.fault.FaultPoints;
import io.omnigraph.store.TestSchemas;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GraphLifeTest {

  private static final WriteRequest MUTATE = new WriteRequest("main", "ada", "mutate");

  @TempDir Path directory;

  @Test
  void whatWasWrittenIsThereAfterReopening() {
    try (Graph graph = create()) {
      write(
          graph,
          t -> {
            t.upsertNode("Person", null, Map.of("name", "ada", "age", 36L));
            t.upsertNode("Person", null, Map.of("name", "bob"));
            t.upsertEdge("Knows", "k1", "ada", "bob", Map.of("since", 19_844L));
          });
    }

    try (Graph graph = Graphs.open(root(), FaultPoints.none())) {
      Snapshot snapshot = graph.snapshot(ReadTarget.main());
      NodeTable people = snapshot.nodes("Person");
      EdgeTable knows = snapshot.edges("Knows");
      int ada = people.rowOf("ada");

      assertThat(people.liveCount()).isEqualTo(2);
      assertThat(((Column.Longs) people.column("age")).get(ada)).isEqualTo(36);
      assertThat(people.column("age").isNull(people.rowOf("bob"))).isTrue();
      assertThat(people.rowOf("cleo")).isEqualTo(-1);
      Adjacency outgoing = knows.outgoing();
      assertThat(outgoing.degree(ada)).isOne();
      assertThat(people.id(outgoing.neighbour(ada, 0))).isEqualTo("bob");
      assertThat(knows.id(outgoing.edge(ada, 0))).isEqualTo("k1");
      assertThat(knows.incoming().degree(ada)).isZero();
      assertThat(graph.history("main"))
          .extracting(Commit::operation)
          .containsExactly("mutate", "init");
    }
  }

  @Test
  void anEarlierCommitStaysReadable() {
    try (Graph graph = create()) {
      Commit first =
          write(graph, t -> t.upsertNode("Person", null, Map.of("name", "ada", "age", 1L)));
      write(graph, t -> t.upsertNode("Person", null, Map.of("name", "ada", "age", 2L)));
      write(graph, t -> t.deleteNode("Person", "ada"));

      NodeTable then = graph.snapshot(new ReadTarget.AtCommit(first.id())).nodes("Person");
      NodeTable now = graph.snapshot(ReadTarget.main()).nodes("Person");

      assertThat(((Column.Longs) then.column("age")).get(then.rowOf("ada"))).isEqualTo(1);
      assertThat(now.liveCount()).isZero();
    }
  }

  @Test
  void aTransactionSeesItsOwnWrites() {
    try (Graph graph = create()) {
      write(graph, t -> t.upsertNode("Person", null, Map.of("name", "ada", "age", 1L)));
      write(
          graph,
          t -> {
            t.updateNode("Person", "ada", Map.of("age", Optional.of(2L)));
            t.upsertNode("Person", null, Map.of("name", "bob"));
            t.upsertEdge("Knows", null, "ada", "bob", Map.of());
            NodeTable people = t.current().nodes("Person");
            int ada = people.rowOf("ada");

            assertThat(people.liveCount()).isEqualTo(2);
            assertThat(((Column.Longs) people.column("age")).get(ada)).isEqualTo(2);
            assertThat(t.current().edges("Knows").outgoing().degree(ada)).isOne();

            assertThat(t.deleteNode("Person", "ada")).isOne();
            assertThat(t.current().nodes("Person").rowOf("ada")).isEqualTo(-1);
            assertThat(t.current().edges("Knows").liveCount()).isZero();
          });
    }
  }

  private Graph create() {
    return Graphs.create(root(), TestSchemas.people(), Optional.of("init"), FaultPoints.none());
  }

  private String root() {
    return directory.resolve("people.omni").toString();
  }

  private static Commit write(Graph graph, Consumer<Transaction> work) {
    WriteOutcome<Boolean> outcome =
        graph.write(
            MUTATE,
            t -> {
              work.accept(t);
              return true;
            });
    assertThat(outcome).isInstanceOf(WriteOutcome.Committed.class);
    return ((WriteOutcome.Committed<Boolean>) outcome).commit();
  }
}
