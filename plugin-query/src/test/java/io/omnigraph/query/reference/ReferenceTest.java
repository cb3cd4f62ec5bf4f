package io.omnigraph.query.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnigraph.graph.snapshot.Snapshot;
import io.omnigraph.query.check.CheckedRead;
import io.omnigraph.query.execute.Limits;
import io.omnigraph.query.fixture.Reads;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Compares reads with a naive evaluator on random graphs and queries. The seed of a pair is in the
 * message of its failure.
 */
class ReferenceTest {

  private static final int GRAPHS = 200;
  private static final int QUERIES = 100;

  @Test
  void aReadFindsWhatEveryAssignmentTriedInTurnFinds() {
    int pairs = 0;
    for (int seed = 0; seed < GRAPHS; seed++) {
      Random random = new Random(seed);
      Records records = RandomGraph.from(random);
      Snapshot graph = records.inMemory();
      Map<String, CheckedRead> checked = new HashMap<>();
      for (int i = 0; i < QUERIES; i++) {
        String source = RandomRead.from(random);
        CheckedRead read = checked.computeIfAbsent(source, s -> Reads.checked(s, graph));
        compare("seed " + seed, source, read, records, graph);
        pairs++;
      }
    }
    System.out.println("random pairs of a graph and a query in memory: " + pairs);
  }

  static void compare(
      String place, String source, CheckedRead read, Records records, Snapshot graph) {
    List<List<@Nullable Object>> found = new ArrayList<>();
    Reads.run(read, Map.of(), graph, LIMITS)
        .rows()
        .forEach(row -> found.add(new ArrayList<>(row.values())));
    List<List<@Nullable Object>> expected = NaiveRead.rows(records, read);
    if (read.sortKeys().isEmpty()) {
      assertThat(sorted(found)).as("%s: %s", place, source).isEqualTo(sorted(expected));
    } else {
      assertThat(found).as("%s: %s", place, source).isEqualTo(expected);
    }
  }

  private static final Limits LIMITS = Limits.usual();

  private static List<String> sorted(List<List<@Nullable Object>> rows) {
    return rows.stream().map(String::valueOf).sorted().toList();
  }
}
