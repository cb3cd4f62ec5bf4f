package io.omnigraph.execute.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnigraph.execute.fixture.Reads;
import io.omnigraph.execute.operator.Limits;
import io.omnigraph.execute.run.QueryRunner;
import io.omnigraph.execute.run.RunnableQuery;
import io.omnigraph.graph.Graph;
import io.omnigraph.graph.embed.MockEmbedder;
import io.omnigraph.graph.write.WriteRequest;
import io.omnigraph.ground.json.Json;
import io.omnigraph.ground.source.SourceText;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Changes a stored graph by mutations, and its records by hand. */
final class RandomChange {

  private static final int CHANGES = 6;

  private final QueryRunner runner =
      new QueryRunner(InstantSource.fixed(Reads.NOW), new MockEmbedder(), Limits.usual());
  private final Random random;
  private final Records records;
  private final Graph graph;

  private RandomChange(Random random, Records records, Graph graph) {
    this.random = random;
    this.records = records;
    this.graph = graph;
  }

  static void apply(Random random, Records records, Graph graph) {
    RandomChange change = new RandomChange(random, records, graph);
    for (int i = 0; i < CHANGES; i++) {
      change.one();
    }
  }

  private void one() {
    switch (random.nextInt(6)) {
      case 0 -> upsert();
      case 1 -> update();
      case 2 -> deleteNode();
      case 3 -> insertEdge();
      case 4 -> updateEdges();
      default -> deleteEdges();
    }
  }

  private void upsert() {
    String id = "a" + random.nextInt(7);
    Map<String, Object> values = new HashMap<>(Map.of("k", id, "n", (long) random.nextInt(4)));
    if (random.nextBoolean()) {
      values.put("s", "red");
    }
    StringBuilder assignments = new StringBuilder();
    values.forEach((name, value) ->
        assignments.append(name).append(": ").append(Json.compact(Json.tree(value))).append(' '));
    run("insert A { " + assignments + "}");
    records.node("A", id, values);
  }

  private void update() {
    long from = random.nextInt(3);
    run("update A set { n: 7 s: null } where n = " + from);
    records
        .ids("A")
        .replaceAll((_, values) -> {
          if (!Long.valueOf(from).equals(values.get("n"))) {
            return values;
          }
          Map<String, Object> changed = new HashMap<>(values);
          changed.put("n", 7L);
          changed.remove("s");
          return changed;
        });
  }

  private void deleteNode() {
    String id = "a" + random.nextInt(7);
    run("delete A where k = \"" + id + "\"");
    records.delete("A", id);
  }

  private void insertEdge() {
    List<String> ids = List.copyOf(records.ids("A").keySet());
    if (!ids.isEmpty()) {
      String from = ids.get(random.nextInt(ids.size()));
      String to = ids.get(random.nextInt(ids.size()));
      run("insert Knows { from: \"" + from + "\" to: \"" + to + "\" w: 1 }");
      records.edge("Knows", from, to, Map.of("w", 1L));
    }
  }

  private void updateEdges() {
    String from = "a" + random.nextInt(5);
    run("update Knows set { w: 3 } where @src = \"" + from + "\" and (w > 1 or w is null)");
    records
        .edges("Knows")
        .replaceAll(edge -> {
          Object w = edge.values().get("w");
          return edge.source().equals(from) && (w == null || (Long) w > 1)
              ? new Records.Edge(edge.id(), from, edge.target(), Map.of("w", 3L))
              : edge;
        });
  }

  private void deleteEdges() {
    String from = "a" + random.nextInt(5);
    run("delete Knows where from = \"" + from + "\"");
    records.edges("Knows").removeIf(edge -> edge.source().equals(from));
  }

  private void run(String body) {
    RunnableQuery query = RunnableQuery.of(new SourceText("test.gq", Reads.query("", body)), null);
    QueryRunner.Change change =
        runner.change(
            query, query.bind(null), graph, new WriteRequest("main", null, QueryRunner.OPERATION));
    assertThat(change).isInstanceOf(QueryRunner.Change.Done.class);
  }
}
