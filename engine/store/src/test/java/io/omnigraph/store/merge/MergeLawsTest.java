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
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Laws of merges on random histories; {@code -Dmerge.seed=N} replays one. */
class MergeLawsTest {

  private static final int NODES = 8;
  private static final int HISTORIES = 10;

  @TempDir private static Path directory;
  private static MergeLab lab;
  private static int merged;
  private static int conflicting;

  @BeforeAll
  static void create() {
    lab =
        MergeLab.create(
            directory,
            """
            node N { key: String @key q: I32? name: String? }
            edge E: N -> N { w: I32? }
            """);
    lab.write(
        "main",
        t -> {
          for (int i = 0; i < NODES; i++) {
            t.upsertNode("N", null, Map.of("key", "n" + i, "q", 0L));
          }
          for (int i = 0; i < NODES; i++) {
            t.upsertEdge("E", "e" + i, "n" + i, "n" + (i + 1) % NODES, Map.of("w", 0L));
          }
        });
  }

  /** The laws of merges and of conflicts were both tried. */
  @AfterAll
  static void close() {
    lab.close();
    if (Long.getLong("merge.seed") == null) {
      assertThat(merged).as("merged histories").isGreaterThanOrEqualTo(2);
      assertThat(conflicting).as("conflicting histories").isGreaterThanOrEqualTo(2);
    }
  }

  static LongStream seeds() {
    Long chosen = Long.getLong("merge.seed");
    return chosen == null ? LongStream.range(0, HISTORIES) : LongStream.of(chosen);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void mergesKeepTheirLaws(long seed) {
    Random random = new Random(seed);
    Grain grain = random.nextBoolean() ? Grain.ROW : Grain.CELL;
    String one = "one" + seed;
    String other = "other" + seed;
    lab.graph().createBranch(one, "main");
    lab.graph().createBranch(other, "main");
    change(one, random, random.nextInt(NODES));
    change(other, random, random.nextInt(NODES));
    lab.graph().createBranch(one + "-copy", one);
    lab.graph().createBranch(other + "-copy", other);

    MergeOutcome forth = lab.merge(one, other + "-copy", grain);
    MergeOutcome back = lab.merge(other, one + "-copy", grain);

    assertThat(conflicts(forth)).as("conflicts are symmetric").isEqualTo(conflicts(back));
    if (!(forth instanceof MergeOutcome.Conflicting)) {
      merged++;
      assertThat(lab.content(other + "-copy"))
          .as("merges commute")
          .isEqualTo(lab.content(one + "-copy"));
      assertThat(MergeLab.shown(lab.merge(one, other + "-copy", grain)))
          .as("a second merge has nothing to do")
          .isEqualTo("up");
    } else {
      conflicting++;
      assertThat(lab.content(other + "-copy")).isEqualTo(lab.content(other));
    }
    assertThat(MergeLab.shown(lab.merge("main", one))).as("a merge of the base").isEqualTo("up");
    assertThat(lab.merge(one, one))
        .as("a merge of itself")
        .isInstanceOf(MergeOutcome.Senseless.class);
    assertThat(MergeLab.shown(lab.merge(one, one + "-copy", grain))).isEqualTo("up");
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void disjointChangesAlwaysMerge(long seed) {
    Random random = new Random(seed);
    String even = "even" + seed;
    String odd = "odd" + seed;
    lab.graph().createBranch(even, "main");
    lab.graph().createBranch(odd, "main");
    touch(even, random, 0);
    touch(odd, random, 1);
    Set<String> base = lab.content("main");
    Set<String> expected = new TreeSet<>(lab.content(even));
    lab.content(odd).stream().filter(row -> !base.contains(row)).forEach(expected::add);
    base.stream().filter(row -> !lab.content(odd).contains(row)).forEach(expected::remove);

    MergeOutcome outcome = lab.merge(even, odd);

    assertThat(MergeLab.shown(outcome)).isEqualTo("merged");
    assertThat(lab.content(odd)).isEqualTo(expected);
  }

  private static Set<String> conflicts(MergeOutcome outcome) {
    return outcome instanceof MergeOutcome.Conflicting(List<MergeConflict> conflicts)
        ? conflicts.stream()
            .map(c -> c.tableKey() + " " + c.rowId() + " " + c.kind())
            .collect(Collectors.toCollection(TreeSet::new))
        : Set.of();
  }

  /** Updates and adds rows whose numbers leave a remainder. */
  private static void touch(String branch, Random random, int remainder) {
    lab.write(
        branch,
        t -> {
          for (int i = remainder; i < NODES; i += 2) {
            if (random.nextBoolean()) {
              t.updateNode("N", "n" + i, Map.of("q", Optional.of(random.nextLong(9))));
            }
          }
          t.deleteEdge("E", "e" + (2 * random.nextInt(NODES / 2) + remainder));
          t.upsertNode("N", null, Map.of("key", branch, "q", 1L));
        });
  }

  private static void change(String branch, Random random, int times) {
    for (int i = 0; i <= times / 3; i++) {
      lab.write(
          branch,
          t -> {
            for (int j = 0; j < 3; j++) {
              step(t, random);
            }
          });
    }
  }

  private static void step(Transaction t, Random random) {
    String node = "n" + random.nextInt(NODES + 2);
    boolean isThere = t.current().nodes("N").rowOf(node) >= 0;
    switch (random.nextInt(6)) {
      case 0 -> t.deleteNode("N", node);
      case 1 -> t.deleteEdge("E", "e" + random.nextInt(NODES));
      case 2 -> t.upsertNode("N", null, Map.of("key", node, "q", random.nextLong(3)));
      case 3 -> {
        if (isThere) {
          t.upsertEdge("E", "e" + random.nextInt(NODES + 2), node, node, Map.of("w", 1L));
        }
      }
      default -> {
        if (isThere) {
          String property = random.nextBoolean() ? "q" : "name";
          Object value = property.equals("q") ? (Object) random.nextLong(3) : "v";
          t.updateNode("N", node, Map.of(property, Optional.of(value)));
        }
      }
    }
  }
}
