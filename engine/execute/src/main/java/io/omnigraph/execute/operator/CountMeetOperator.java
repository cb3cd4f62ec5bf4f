package io.omnigraph.execute.operator;

import io.omnigraph.execute.operator.Budget.Account;
import io.omnigraph.execute.plan.Step.Reach;
import java.util.Arrays;
import java.util.List;

/**
 * Makes every row count as often as there are nodes that several of its nodes lead to, with what
 * hangs on them. What hangs on a node is worked out once; so is, where nothing but some of the
 * row's own nodes is left out, the sum of it over all that a node leads to.
 */
final class CountMeetOperator implements Operator {

  private static final long UNKNOWN = -1;

  private final Meet meet;
  private final List<BranchCounter> branches;
  private final Reach reach;
  private final Room room;
  private final Operator next;
  private long[] weights = {};
  private long[] sums = {};
  private long[] factors = {};

  CountMeetOperator(
      Meet meet, List<BranchCounter> branches, Reach reach, Room room, Operator next) {
    this.meet = meet;
    this.branches = List.copyOf(branches);
    this.reach = reach;
    this.room = room;
    this.next = next;
  }

  /**
   * What an operator may use.
   *
   * @param nodes the size of the table of the nodes that are met
   * @param sources the size of the table that the last way goes from
   */
  record Room(int nodes, int sources, Budget budget, Account account) {}

  @Override
  public void accept(Batch batch) {
    int rows = batch.selected();
    room.budget().spend(rows);
    if (factors.length < rows) {
      factors = new long[batch.size()];
    }
    for (int i = 0; i < rows; i++) {
      factors[i] =
          next.wants(batch, batch.position(i)) ? count(batch.nodes(), batch.position(i)) : 0;
    }
    batch.multiply(factors);
    if (!batch.isEmpty()) {
      next.accept(batch);
    }
  }

  @Override
  public boolean wants(Batch batch, int position) {
    return next.wants(batch, position);
  }

  private long count(int[][] nodes, int position) {
    if (reach == Reach.EVERY && meet.isSimple()) {
      return sum(meet.from(nodes, position)) - meet.leftOut(nodes, position, this::weight);
    }
    int found = meet.find(nodes, position);
    if (reach == Reach.ANY) {
      for (int i = 0; i < found; i++) {
        if (BranchCounter.allExist(branches, meet.found()[i])) {
          return 1;
        }
      }
      return 0;
    }
    if (branches.isEmpty()) {
      return found;
    }
    int[] met = meet.found();
    long sum = 0;
    for (int i = 0; i < found; i++) {
      sum = Weights.sum(sum, weight(met[i]));
    }
    return sum;
  }

  /** The number of assignments of what hangs on a node. */
  private long weight(int node) {
    if (branches.isEmpty()) {
      return 1;
    }
    if (weights.length == 0) {
      weights = unknown(room.nodes());
    }
    if (weights[node] == UNKNOWN) {
      weights[node] = BranchCounter.product(branches, node);
    }
    return weights[node];
  }

  private long sum(int from) {
    if (from < 0) {
      return 0;
    }
    if (sums.length == 0) {
      sums = unknown(room.sources());
    }
    if (sums[from] == UNKNOWN) {
      sums[from] = meet.sum(from, this::weight);
    }
    return sums[from];
  }

  private long[] unknown(int size) {
    room.account().hold((long) Long.BYTES * size);
    long[] numbers = new long[size];
    Arrays.fill(numbers, UNKNOWN);
    return numbers;
  }
}
