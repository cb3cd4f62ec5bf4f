package io.omnigraph.execute.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omnigraph.execute.result.QueryRejected;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FirstFewTest {

  @Test
  void theFirstFewAreThoseThatSortingPutsFirst() {
    Random random = new Random(11);
    for (int count : new int[] {0, 1, 7, 1_000}) {
      int[] keys = random.ints(count, 0, 50).toArray();
      IntSort.Order order =
          (left, right) ->
              keys[left] != keys[right]
                  ? Integer.compare(keys[left], keys[right])
                  : Integer.compare(right, left);
      int[] sorted =
          IntStream.range(0, count).boxed().sorted(order::compare).mapToInt(i -> i).toArray();
      for (long limit : new long[] {0, 1, 3, 40, 900, Long.MAX_VALUE}) {
        assertThat(FirstFew.of(count, limit, order))
            .as("%d of %d", limit, count)
            .containsExactly(Arrays.copyOf(sorted, (int) Math.min(limit, count)));
      }
    }
  }

  @Test
  void productsAndSumsBeyondSixtyFourBitsAreRefused() {
    long[] small = {3, 1L << 30};
    Weights.multiply(small, new int[] {5, Integer.MAX_VALUE}, 2);
    assertThat(small).containsExactly(15, (1L << 30) * Integer.MAX_VALUE);
    assertThat(Weights.sum(1, new long[] {1L << 60, 2}, 2)).isEqualTo((1L << 60) + 3);

    assertThatThrownBy(() -> Weights.multiply(new long[] {1, 1L << 40}, new int[] {1, 1 << 30}, 2))
        .isInstanceOf(QueryRejected.class)
        .hasMessage("the query has more rows than 64 bits can count");
    assertThatThrownBy(() -> Weights.sum(1, new long[] {Long.MAX_VALUE - 1, 2}, 2))
        .isInstanceOf(QueryRejected.class)
        .hasMessage("the query has more rows than 64 bits can count");
  }
}
