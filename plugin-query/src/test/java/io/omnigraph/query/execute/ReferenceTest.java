package io.omnigraph.query.execute;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnigraph.query.check.CheckedRead;
import io.omnigraph.query.fixture.MemoryGraph;
import io.omnigraph.query.fixture.Reads;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares execution with {@link NaiveMatch} on small random graphs and queries. */
class ReferenceTest {

  private static final String SCHEMA =
      """
      node A { k: String @key n: I32? }
      node B { k: String @key n: I32? }
      edge Knows: A -> A
      edge Has: A -> B
      """;

  private static final List<String> CLAUSES =
      List.of(
          "$a knows $b",
          "$b knows $a",
          "$a knows{1,2} $b",
          "$a knows{2,3} $b",
          "$a knows $a",
          "$a knows $_",
          "$_ knows{2,4} $b",
          "$a has $c",
          "$c has $b",
          "$b has{1,3} $c",
          "$a has $_",
          "$a.n > 1",
          "$a.n != 2",
          "$b.n = $a.n",
          "$c.n < $a.n",
          "$a knows $d $d has $c",
          "$a knows{1,3} $e $e.n <= 2",
          "$b.k = \"a1\"",
          "$c.k = $a.k",
          "not { $a knows $b }",
          "not { $a knows{2,2} $_ }",
          "not { $a has $c }",
          "not { $a has $x $x.n > 1 }",
          "not { $a knows $x not { $x knows $b } }",
          "not { $x: A $x.n = $a.n $x knows $b }",
          "not { $a.n = $b.n }",
          "not { $_ has $c }");

  static LongStream seeds() {
    return LongStream.range(0, 400);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aReadFindsWhatEveryAssignmentTriedInTurnFinds(long seed) {
    Random random = new Random(seed);
    MemoryGraph graph = graph(random);
    String source = query(random);
    CheckedRead read = Reads.checked(source, graph);

    List<String> found =
        Reads.run(source, Map.of(), graph).rows().stream()
            .map(row -> row.values().stream().map(String::valueOf).collect(Collectors.joining(",")))
            .toList();

    assertThat(found)
        .as("seed %d: %s", seed, source)
        .containsExactlyInAnyOrderElementsOf(new NaiveMatch(graph).rows(read));
  }

  private static MemoryGraph graph(Random random) {
    MemoryGraph graph = MemoryGraph.of(SCHEMA);
    int nodes = 1 + random.nextInt(5);
    for (int i = 0; i < nodes; i++) {
      graph.node("A", "a" + i, values("a" + i, random));
      graph.node("B", "b" + i, values("b" + i, random));
    }
    int edges = random.nextInt(3 * nodes);
    for (int i = 0; i < edges; i++) {
      graph.edge("Knows", "a" + random.nextInt(nodes), "a" + random.nextInt(nodes + 1));
      graph.edge("Has", "a" + random.nextInt(nodes), "b" + random.nextInt(nodes));
    }
    return graph;
  }

  private static Map<String, Object> values(String key, Random random) {
    return random.nextInt(4) == 0
        ? Map.of("k", key)
        : Map.of("k", key, "n", (long) random.nextInt(4));
  }

  private static String query(Random random) {
    List<String> clauses = new ArrayList<>(List.of("$a: A", "$b: A", "$c: B"));
    int extra = random.nextInt(5);
    for (int i = 0; i < extra; i++) {
      clauses.add(CLAUSES.get(random.nextInt(CLAUSES.size())));
    }
    return Reads.query("", "match { " + String.join("\n", clauses) + " } return { $a, $b, $c }");
  }
}
