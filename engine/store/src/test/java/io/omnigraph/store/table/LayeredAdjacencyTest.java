package io.omnigraph.store.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnigraph.graph.snapshot.Adjacency;
import io.omnigraph.store.cache.FileCache;
import io.omnigraph.store.table.EdgeBase.Ends;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Adjacency that is layered on that of other states is what it would be if it were built anew. */
class LayeredAdjacencyTest {

  private static final int STEPS = 50;

  static IntStream seeds() {
    return IntStream.range(0, 20);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void layersAreWhatBuildingAnewMakes(int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Adjacencies layered = new Adjacencies(new FileCache(1L << 30));
    RandomTables tables = new RandomTables(random);
    List<Ends> states = new ArrayList<>();

    for (int step = 0; step < STEPS; step++) {
      tables.step();
      states.add(tables.state());
      // Reading at an older state now and then asks a newer base for what it no longer has.
      Ends state =
          random.nextInt(5) == 0 ? states.get(random.nextInt(states.size())) : states.getLast();
      for (boolean isOutgoing : new boolean[] {true, false}) {
        Adjacency found = layered.of(state, isOutgoing);
        Adjacency expected = EdgeBase.build(state).rows(isOutgoing);
        assertSame(found, expected, state.near(isOutgoing));
        assertCountedAlike(found, expected, state.near(isOutgoing));
      }
    }
  }

  private static void assertSame(Adjacency actual, Adjacency expected, TableRows nodes) {
    for (int node = 0; node < nodes.size(); node++) {
      long[] edges = edges(expected, node);
      if (!Arrays.equals(edges(actual, node), edges)) {
        assertThat(edges(actual, node)).as("node %d", node).isEqualTo(edges);
      }
      if (!Arrays.equals(copied(actual, node), edges)) {
        assertThat(copied(actual, node)).as("copy of node %d", node).isEqualTo(edges);
      }
    }
  }

  private static void assertCountedAlike(Adjacency actual, Adjacency expected, TableRows nodes) {
    int[] all = IntStream.range(0, nodes.size()).toArray();
    int[] numbers = new int[all.length];
    actual.distinctNeighbours(all, all.length, numbers);
    for (int node : all) {
      int[] far = new int[expected.degree(node)];
      expected.neighbours(node, far);
      assertThat(numbers[node])
          .as("neighbours of node %d", node)
          .isEqualTo(IntStream.of(far).distinct().count());
      for (int other : far) {
        assertThat(actual.joins(node, other)).as("%d and %d", node, other).isTrue();
      }
      assertThat(actual.joins(node, Integer.MAX_VALUE)).isFalse();
    }
  }

  private static long[] edges(Adjacency adjacency, int node) {
    return IntStream.range(0, adjacency.degree(node))
        .mapToLong(i -> (long) adjacency.edge(node, i) << 32 | adjacency.neighbour(node, i))
        .sorted()
        .toArray();
  }

  private static long[] copied(Adjacency adjacency, int node) {
    int[] neighbours = new int[adjacency.degree(node)];
    int[] edges = new int[neighbours.length];
    adjacency.neighbours(node, neighbours);
    adjacency.edges(node, edges);
    long[] both = new long[edges.length];
    Arrays.setAll(both, i -> (long) edges[i] << 32 | neighbours[i]);
    Arrays.sort(both);
    return both;
  }
}
