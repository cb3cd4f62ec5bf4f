package io.omnigraph.store.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omnigraph.graph.Graph;
import io.omnigraph.graph.Graphs;
import io.omnigraph.graph.snapshot.ReadTarget;
import io.omnigraph.graph.snapshot.Snapshot;
import io.omnigraph.graph.write.Transaction;
import io.omnigraph.graph.write.WriteOutcome;
import io.omnigraph.graph.write.WriteRejected;
import io.omnigraph.graph.write.WriteRequest;
import io.omnigraph.ground.fault.FaultPoints;
import io.omnigraph.store.TestSchemas;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class WriteRulesTest {

  private static final WriteRequest LOAD = new WriteRequest("main", null, "load");

  private static final String SCHEMA =
      """
      node Berth {
        code: String @key
        depth: F64?
        draft: I32?
        kind: enum(dry, wet)?
        place: Vector(2)?
        a: String?
        b: String?
        @range(depth, 0.0..40.0)
        @check(code, "[A-Z]{2}-[0-9]+")
        @unique(a, b)
      }
      node Vessel { name: String }
      node Slot { x: I64  y: String  on: Date  @key(x, y, on) }
      node Count { n: U64 @key }
      edge MooredAt: Vessel -> Berth @card(0..1)
      edge Towed: Vessel -> Vessel { by: String?  @unique(src, by) }
      edge Pair: Vessel -> Vessel @card(2..3)
      """;

  record Refused(String name, Consumer<Transaction> work, String message) {

    @Override
    public String toString() {
      return name;
    }
  }

  static final List<Refused> REFUSED =
      List.of(
          new Refused(
              "above the range",
              t -> berth(t, "AA-1", Map.of("depth", 55.5)),
              "@range violation on Berth.depth: value 55.5 > max 40.0"),
          new Refused(
              "below the range",
              t -> berth(t, "AA-1", Map.of("depth", -1.0)),
              "@range violation on Berth.depth: value -1.0 < min 0.0"),
          new Refused(
              "not a number",
              t -> berth(t, "AA-1", Map.of("depth", Double.NaN)),
              "@range violation on Berth.depth: value is NaN"),
          new Refused(
              "enum in other case",
              t -> berth(t, "AA-1", Map.of("kind", "Wet")),
              "invalid enum value 'Wet' for Berth.kind (expected: dry, wet)"),
          new Refused(
              "no match",
              t -> berth(t, "xx", Map.of()),
              "@check violation on Berth.code: value 'xx' does not match pattern"
                  + " '[A-Z]{2}-[0-9]+'"),
          new Refused(
              "integer too large",
              t -> berth(t, "AA-1", Map.of("draft", 1L << 31)),
              "`2147483648` is not a value of Berth.draft, which is of type I32?"),
          new Refused(
              "vector too long",
              t -> berth(t, "AA-1", Map.of("place", new float[3])),
              "vector property 'place' expects 2 dimensions, got 3"),
          new Refused(
              "vector with infinity",
              t -> berth(t, "AA-1", Map.of("place", new float[] {0, Float.POSITIVE_INFINITY})),
              "vector property 'place' of Berth has the element Infinity, which is not a finite"
                  + " number"),
          new Refused(
              "required value absent",
              t -> t.upsertNode("Vessel", null, Map.of()),
              "non-nullable property 'name' has null or invalid values in node:Vessel"),
          new Refused(
              "key absent",
              t -> t.upsertNode("Berth", null, Map.of()),
              "node Berth missing @key property 'code'"),
          new Refused(
              "id against key",
              t -> t.upsertNode("Berth", "x", Map.of("code", "AA-1")),
              "node Berth has explicit id 'x' that does not match @key property 'code' value"
                  + " 'AA-1'"),
          new Refused(
              "key changed",
              t -> t.updateNode("Berth", "ST-1", Map.of("code", Optional.of("ST-2"))),
              "cannot update @key property 'code' of Berth"),
          new Refused(
              "update of nothing",
              t -> t.updateNode("Berth", "NO-1", Map.of()),
              "node 'NO-1' not found in Berth"),
          new Refused(
              "equal tuples in one write",
              t -> {
                berth(t, "AA-1", Map.of("a", "x", "b", "1"));
                berth(t, "AA-2", Map.of("a", "x", "b", "1"));
              },
              "@unique violation on Berth.(a, b): value 'x, 1' appears in rows 0 and 1"),
          new Refused(
              "a stored tuple",
              t -> berth(t, "AA-1", Map.of("a", "s", "b", "s")),
              "@unique violation on Berth.(a, b): value 's, s' is that of the stored row 'ST-1'"),
          new Refused(
              "unique over an end",
              t -> {
                t.upsertEdge("Towed", null, "v1", "v2", Map.of("by", "tug"));
                t.upsertEdge("Towed", null, "v1", "v1", Map.of("by", "tug"));
              },
              "@unique violation on Towed.(by, src): value 'tug, v1' appears in rows 0 and 1"),
          new Refused(
              "source missing",
              t -> t.upsertEdge("Towed", null, "v9", "v1", Map.of()),
              "edge Towed row 1: src 'v9' not found in Vessel"),
          new Refused(
              "target deleted in the same write",
              t -> {
                t.deleteNode("Vessel", "v2");
                t.upsertEdge("Towed", null, "v1", "v2", Map.of());
              },
              "edge Towed row 1: dst 'v2' not found in Vessel"),
          new Refused(
              "one edge too many",
              t -> t.upsertEdge("MooredAt", null, "v1", "ST-1", Map.of()),
              "@card violation on edge MooredAt: source 'v1' has 2 edges (max 1)"),
          new Refused(
              "too few edges",
              t -> t.upsertEdge("Pair", null, "v1", "v2", Map.of()),
              "@card violation on edge Pair: source 'v1' has 1 edge (min 2)"),
          new Refused(
              "nodes replaced under their edges",
              t -> {
                t.clear("node:Vessel");
                t.upsertNode("Vessel", "v2", Map.of("name", "Tern"));
              },
              "edge MooredAt 'm': src 'v1' not found in Vessel"));

  record Accepted(String name, Consumer<Transaction> work) {

    @Override
    public String toString() {
      return name;
    }
  }

  static final List<Accepted> ACCEPTED =
      List.of(
          new Accepted("upper end of the range", t -> berth(t, "AA-1", Map.of("depth", 40.0))),
          new Accepted("match inside the value", t -> berth(t, "berth AA-1", Map.of())),
          new Accepted(
              "tuples that read the same when joined",
              t -> {
                berth(t, "AA-1", Map.of("a", "x|y", "b", "z"));
                berth(t, "AA-2", Map.of("a", "x", "b", "y|z"));
              }),
          new Accepted(
              "nulls in tuples",
              t -> {
                berth(t, "AA-1", Map.of("a", "x"));
                berth(t, "AA-2", Map.of("a", "x"));
              }),
          new Accepted(
              "a tuple whose row is replaced",
              t -> {
                berth(t, "ST-1", Map.of());
                berth(t, "AA-2", Map.of("a", "s", "b", "s"));
              }),
          new Accepted(
              "the same edge again", t -> t.upsertEdge("MooredAt", "m", "v1", "ST-1", Map.of())),
          new Accepted(
              "edges before their nodes",
              t -> {
                t.upsertEdge("Towed", null, "v7", "v8", Map.of());
                t.upsertNode("Vessel", "v7", Map.of("name", "a"));
                t.upsertNode("Vessel", "v8", Map.of("name", "b"));
              }),
          new Accepted(
              "all nodes replaced, with the same ids",
              t -> {
                t.clear("node:Vessel");
                t.upsertNode("Vessel", "v1", Map.of("name", "new"));
              }));

  @TempDir Path directory;
  private Graph graph;

  @BeforeEach
  void fill() {
    graph =
        Graphs.create(
            directory.resolve("g.omni").toString(),
            TestSchemas.of(SCHEMA),
            Optional.empty(),
            FaultPoints.none());
    graph.write(
        LOAD,
        t -> {
          berth(t, "ST-1", Map.of("a", "s", "b", "s"));
          t.upsertNode("Vessel", "v1", Map.of("name", "Kestrel"));
          t.upsertNode("Vessel", "v2", Map.of("name", "Tern"));
          return t.upsertEdge("MooredAt", "m", "v1", "ST-1", Map.of());
        });
  }

  @AfterEach
  void close() {
    graph.close();
  }

  @ParameterizedTest
  @FieldSource("REFUSED")
  void aRefusedWriteLeavesNothing(Refused refused) {
    assertThatThrownBy(() -> write(refused.work()))
        .isInstanceOf(WriteRejected.class)
        .hasMessage(refused.message());

    assertThat(graph.history("main")).hasSize(2);
    assertThat(graph.snapshot(ReadTarget.main()).nodes("Vessel").liveCount()).isEqualTo(2);
  }

  @ParameterizedTest
  @FieldSource("ACCEPTED")
  void anAcceptedWriteIsOneCommit(Accepted accepted) {
    assertThat(write(accepted.work())).isInstanceOf(WriteOutcome.Committed.class);

    assertThat(graph.history("main")).hasSize(3);
  }

  @Test
  void workThatChangesNothingMakesNoCommit() {
    WriteOutcome<Boolean> outcome =
        write(t -> {
          assertThat(t.deleteNode("Vessel", "v9")).isEqualTo(-1);
          assertThat(t.deleteEdge("Towed", "e9")).isFalse();
        });

    assertThat(outcome).isInstanceOf(WriteOutcome.Unchanged.class);
    assertThat(graph.history("main")).hasSize(2);
  }

  @Test
  void deletingANodeRemovesItsEdgesOfAllTypes() {
    write(t -> {
      t.upsertEdge("Towed", "t1", "v1", "v2", Map.of());
      t.upsertEdge("Towed", "t2", "v2", "v1", Map.of());
      t.upsertEdge("Towed", "t3", "v1", "v1", Map.of());
      t.upsertEdge("Towed", "t4", "v2", "v2", Map.of());
    });

    write(t -> assertThat(t.deleteNode("Vessel", "v1")).isEqualTo(4));

    Snapshot now = graph.snapshot(ReadTarget.main());
    assertThat(now.edges("MooredAt").liveCount()).isZero();
    assertThat(now.edges("Towed").liveCount()).isOne();
    assertThat(now.edges("Towed").rowOf("t4")).isNotNegative();
  }

  @Test
  void theIdsOfKeysAreTheirCanonicalTexts() {
    write(t -> {
      assertThat(t.upsertNode("Count", null, Map.of("n", -1L))).isEqualTo("18446744073709551615");
      assertThat(t.upsertNode("Slot", null, Map.of("x", 1L, "y", "a|b\\", "on", 19_844L)))
          .isEqualTo("1|a\\|b\\\\|2024-05-01");
    });
  }

  private WriteOutcome<Boolean> write(Consumer<Transaction> work) {
    return graph.write(
        LOAD,
        t -> {
          work.accept(t);
          return true;
        });
  }

  private static void berth(Transaction t, String code, Map<String, Object> values) {
    Map<String, Object> all = new HashMap<>(values);
    all.put("code", code);
    t.upsertNode("Berth", null, all);
  }
}
