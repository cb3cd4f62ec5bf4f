package io.omnigraph.io.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnigraph.graph.Graph;
import io.omnigraph.graph.Graphs;
import io.omnigraph.graph.snapshot.ReadTarget;
import io.omnigraph.graph.snapshot.TableState;
import io.omnigraph.ground.fault.FaultPoints;
import io.omnigraph.store.TestSchemas;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The tables of docs/reference/graph-engine.md §2.7, §2.8 and §2.10. */
class LoadModesTest {

  private static final String SCHEMA =
      """
      node A { k: String @key  u: String? @unique }
      node B { t: String  x: I32?  y: I32?  @unique(x, y) }
      edge E: A -> B
      edge One: A -> A @card(0..1)
      edge Two: A -> A @card(2..2)
      """;

  private static final String STORED =
      a("a1", "u1")
          + a("a2", "u2")
          + b("b1", 1, 1)
          + edge("E", "e1", "a1", "b1")
          + edge("One", "o1", "a1", "a2");

  static final List<Case> CASES =
      List.of(
          accepted("rows are added", LoadMode.MERGE, a("a3", "u3"), "A=3 B=1 E=1 One=1"),
          accepted("a row is replaced", LoadMode.MERGE, a("a1", "u9"), "A=2 B=1 E=1 One=1"),
          accepted("its own value stays", LoadMode.MERGE, a("a1", "u1"), "A=2 B=1 E=1 One=1"),
          accepted(
              "values change hands",
              LoadMode.MERGE,
              a("a1", "u2") + a("a2", "u1"),
              "A=2 B=1 E=1 One=1"),
          refused("a stored value", LoadMode.MERGE, a("a3", "u1"), "@unique violation on A.u"),
          refused("a stored value", LoadMode.APPEND, a("a3", "u1"), "@unique violation on A.u"),
          accepted("a lost value", LoadMode.OVERWRITE, a("a1", "u2") + a("a2", "u9"), "A=2"),
          refused(
              "a value twice",
              LoadMode.MERGE,
              a("a3", "x") + a("a4", "x"),
              "line:2: record 2: @unique violation on A.u: value 'x' appears in rows 0 and 1"),
          accepted(
              "a value of a replaced record",
              LoadMode.MERGE,
              b("b5", 7, 7) + b("b5", 8, 8) + b("b6", 7, 7),
              "A=2 B=3 E=1 One=1"),
          refused(
              "a pair twice", LoadMode.MERGE, b("b5", 7, 7) + b("b6", 7, 7), "on B.(x, y): value"),
          accepted(
              "half of a pair twice",
              LoadMode.MERGE,
              b("b5", 7, 1) + b("b6", 7, 2),
              "A=2 B=3 E=1 One=1"),
          refused("a key twice", LoadMode.MERGE, a("a3", "x") + a("a3", "y"), "on A.(k): value"),
          refused("a stored key", LoadMode.APPEND, a("a1", "x"), "A 'a1' exists already"),
          refused("a stored id", LoadMode.APPEND, b("b1", 5, 5), "B 'b1' exists already"),
          accepted(
              "an edge again", LoadMode.MERGE, edge("One", "o1", "a1", "a1"), "A=2 B=1 E=1 One=1"),
          accepted(
              "an edge again, twice",
              LoadMode.MERGE,
              edge("One", "o1", "a1", "a1") + edge("One", "o1", "a1", "a2"),
              "A=2 B=1 E=1 One=1"),
          refused(
              "a second edge",
              LoadMode.APPEND,
              edge("One", "o2", "a1", "a1"),
              "line:1: record 1: @card violation on edge One: source 'a1' has 2 edges (max 1)"),
          accepted(
              "an edge instead",
              LoadMode.OVERWRITE,
              edge("One", "o2", "a1", "a1"),
              "A=2 B=1 E=1 One=1"),
          refused(
              "too few edges",
              LoadMode.MERGE,
              edge("Two", "t1", "a1", "a1"),
              "@card violation on edge Two: source 'a1' has 1 edge (min 2)"),
          accepted(
              "parallel edges",
              LoadMode.MERGE,
              edge("Two", "t1", "a1", "a1") + edge("Two", "t2", "a1", "a1"),
              "A=2 B=1 E=1 One=1 Two=2"),
          accepted(
              "an edge before its nodes",
              LoadMode.MERGE,
              edge("E", "e9", "a9", "b9") + b("b9", 9, 9) + a("a9", "u9"),
              "A=3 B=2 E=2 One=1"),
          refused("no end", LoadMode.MERGE, edge("E", "e9", "a9", "b1"), "src 'a9' not found in A"),
          refused(
              "an end that goes",
              LoadMode.OVERWRITE,
              a("a3", "x") + edge("E", "e9", "a1", "b1") + edge("One", "o", "a3", "a3"),
              "edge E row 1: src 'a1' not found in A"),
          refused(
              "stored edges at nodes that go",
              LoadMode.OVERWRITE,
              a("a3", "x"),
              "edge E 'e1': src 'a1' not found in A"),
          accepted(
              "everything anew",
              LoadMode.OVERWRITE,
              a("a3", "x") + edge("E", "e9", "a3", "b1") + edge("One", "o", "a3", "a3"),
              "A=1 B=1 E=1 One=1"));

  @TempDir Path directory;

  @AfterAll
  static void tellRows() {
    System.out.println("rows covered: " + CASES.size());
  }

  @ParameterizedTest
  @FieldSource("CASES")
  void aLoadIsAcceptedOrRefusedAsAWhole(Case given) {
    try (Graph graph =
        Graphs.create(
            directory.resolve("g.omni").toString(),
            TestSchemas.of(SCHEMA),
            Optional.empty(),
            FaultPoints.none())) {
      load(graph, LoadMode.MERGE, STORED);

      LoadOutcome outcome = load(graph, given.mode(), given.input());

      if (outcome instanceof LoadOutcome.Rejected(var problems)) {
        assertThat(problems.message()).contains(given.expected());
        assertThat(counts(graph)).isEqualTo("A=2 B=1 E=1 One=1");
        assertThat(graph.history("main")).hasSize(2);
      } else {
        assertThat(counts(graph)).startsWith(given.expected());
        assertThat(graph.history("main")).hasSize(3);
      }
    }
  }

  private static LoadOutcome load(Graph graph, LoadMode mode, String input) {
    return new Loader(graph)
        .load(
            new LoadRequest("main", mode, null),
            LoadSource.bytes("line", input.getBytes(StandardCharsets.UTF_8)));
  }

  private static String counts(Graph graph) {
    return graph.snapshot(ReadTarget.main()).tables().stream()
        .filter(table -> table.rows() > 0)
        .map(LoadModesTest::count)
        .sorted()
        .collect(Collectors.joining(" "));
  }

  private static String count(TableState table) {
    return table.key().replaceFirst(".*:", "") + "=" + table.rows();
  }

  private static String a(String key, String unique) {
    return "{\"type\":\"A\",\"data\":{\"k\":\"%s\",\"u\":\"%s\"}}\n".formatted(key, unique);
  }

  private static String b(String id, int x, int y) {
    return "{\"type\":\"B\",\"data\":{\"id\":\"%s\",\"t\":\"t\",\"x\":%d,\"y\":%d}}\n"
        .formatted(id, x, y);
  }

  private static String edge(String type, String id, String from, String to) {
    return "{\"edge\":\"%s\",\"from\":\"%s\",\"to\":\"%s\",\"data\":{\"id\":\"%s\"}}\n"
        .formatted(type, from, to, id);
  }

  private static Case accepted(String name, LoadMode mode, String input, String counts) {
    return new Case(name, mode, input, counts);
  }

  private static Case refused(String name, LoadMode mode, String input, String problem) {
    return new Case(name, mode, input, problem);
  }

  /**
   * A load on top of the stored rows.
   *
   * @param expected the rows of each table afterwards, or words of the refusal
   */
  record Case(String name, LoadMode mode, String input, String expected) {

    @Override
    public String toString() {
      return mode + ": " + name;
    }
  }
}
