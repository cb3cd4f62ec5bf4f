package io.omnigraph.execute.operator;

import io.omnigraph.graph.snapshot.Column;
import io.omnigraph.graph.snapshot.NodeTable;
import io.omnigraph.values.Scalar;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The scores of reciprocal rank fusion (docs/reference/query-language.md §8.3): the sum of 1 / (k +
 * rank) over the rankings that a node is in, ranks from 1. Which nodes are ranked is said once;
 * without that, all of the table are.
 */
final class FusedScores implements Column.Doubles {

  /**
   * One of the two rankings.
   *
   * @param keys that put the ranking in its order when they ascend; null for a node that is not in
   *     it
   * @param isLimited whether it holds only as many nodes as the query wants rows
   */
  record Part(Column.Doubles keys, boolean isLimited) {}

  private final NodeTable table;
  private final Part first;
  private final Part second;
  private final double k;
  private @Nullable Map<Integer, Double> scores;
  private Map<Integer, Integer> places = Map.of();

  FusedScores(NodeTable table, Part first, Part second, double k) {
    this.table = table;
    this.first = first;
    this.second = second;
    this.k = k;
  }

  /**
   * Ranks some nodes among themselves.
   *
   * @param limit the most nodes in a ranking that is limited
   */
  void rank(int[] nodes, long limit) {
    int[] firstRanks = ranked(nodes, first, limit);
    int[] secondRanks = ranked(nodes, second, limit);
    Map<Integer, Double> sums = new HashMap<>();
    add(firstRanks, sums);
    add(secondRanks, sums);
    // Nodes with equal scores keep the order of the first ranking, then that of the second.
    int[] order =
        IntStream.concat(Arrays.stream(firstRanks), Arrays.stream(secondRanks))
            .distinct()
            .toArray();
    IntSort.sort(
        order, (l, r) -> Double.compare(sums.getOrDefault(r, 0.0), sums.getOrDefault(l, 0.0)));
    Map<Integer, Integer> found = new HashMap<>();
    for (int place = 0; place < order.length; place++) {
      found.put(order[place], place);
    }
    scores = sums;
    places = found;
  }

  @Override
  public boolean isNull(int row) {
    return !ranked().containsKey(row);
  }

  @Override
  public double get(int row) {
    return ranked().getOrDefault(row, 0.0);
  }

  /** The place of each node, from 0 for the best. */
  Column.Doubles places() {
    return new Column.Doubles() {
      @Override
      public boolean isNull(int row) {
        return FusedScores.this.isNull(row);
      }

      @Override
      public double get(int row) {
        return places.getOrDefault(row, Integer.MAX_VALUE);
      }
    };
  }

  private Map<Integer, Double> ranked() {
    if (scores == null) {
      rank(IntStream.range(0, table.size()).filter(table::isLive).toArray(), Long.MAX_VALUE);
    }
    return scores == null ? Map.of() : scores;
  }

  private int[] ranked(int[] nodes, Part part, long limit) {
    Column.Doubles keys = part.keys();
    int[] ranked = Arrays.stream(nodes).filter(node -> !keys.isNull(node)).toArray();
    IntSort.sort(
        ranked,
        (l, r) -> {
          int order = Double.compare(keys.get(l), keys.get(r));
          return order != 0 ? order : Scalar.STRING.compare(table.id(l), table.id(r));
        });
    return part.isLimited() && limit < ranked.length ? Arrays.copyOf(ranked, (int) limit) : ranked;
  }

  private void add(int[] ranked, Map<Integer, Double> sums) {
    for (int rank = 1; rank <= ranked.length; rank++) {
      sums.merge(ranked[rank - 1], 1 / (k + rank), Double::sum);
    }
  }
}
