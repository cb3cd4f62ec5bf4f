package io.omnigraph.execute.operator;

import io.omnigraph.execute.operator.Budget.Account;
import org.jspecify.annotations.Nullable;

/** Takes every value of a group into account once. */
final class DistinctAccumulator implements Accumulator {

  private static final long BYTES_PER_VALUE = 48;

  private final GroupKey values;
  private final Accumulator function;
  private final Account account;
  private final LongIndex met = new LongIndex();

  /**
   * A function over different values.
   *
   * @param values tells which values are equal
   */
  DistinctAccumulator(GroupKey values, Accumulator function, Account account) {
    this.values = values;
    this.function = function;
    this.account = account;
  }

  @Override
  public void add(int group, int[][] nodes, int position, long weight) {
    int before = met.size();
    met.number(((long) group << 32) | values.number(nodes, position));
    if (met.size() > before) {
      account.hold(BYTES_PER_VALUE);
      function.add(group, nodes, position, 1);
    }
  }

  @Override
  public @Nullable Object result(int group) {
    return function.result(group);
  }
}
