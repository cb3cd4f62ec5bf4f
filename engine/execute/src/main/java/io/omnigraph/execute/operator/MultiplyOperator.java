package io.omnigraph.execute.operator;

import io.omnigraph.execute.plan.Step.Reach;
import java.util.Arrays;

/** Makes every row count as often as a branch at one of its nodes has assignments. */
final class MultiplyOperator implements Operator {

  private final BranchCounter branch;
  private final int slot;
  private final Reach reach;
  private final Budget budget;
  private final Operator next;
  private final boolean isOuter;
  private int[] selected = {};
  private long[] counts = {};

  MultiplyOperator(BranchCounter branch, int slot, Reach reach, Budget budget, Operator next) {
    this(branch, slot, reach, budget, next, false);
  }

  private MultiplyOperator(
      BranchCounter branch, int slot, Reach reach, Budget budget, Operator next, boolean isOuter) {
    this.isOuter = isOuter;
    this.branch = branch;
    this.slot = slot;
    this.reach = reach;
    this.budget = budget;
    this.next = next;
  }

  /** A row whose branch has no assignment counts as it did before. */
  static MultiplyOperator outer(BranchCounter branch, int slot, Budget budget, Operator next) {
    return new MultiplyOperator(branch, slot, Reach.EVERY, budget, next, true);
  }

  @Override
  public void accept(Batch batch) {
    int[] nodes = batch.nodes()[slot];
    budget.spend(batch.selected());
    switch (reach) {
      case ANY -> batch.retain(position -> branch.exists(nodes[position]));
      case EVERY -> count(batch);
    }
    if (!batch.isEmpty()) {
      next.accept(batch);
    }
  }

  private void count(Batch batch) {
    int rows = batch.selected();
    if (counts.length < rows) {
      selected = new int[batch.size()];
      counts = new long[batch.size()];
    }
    Arrays.fill(counts, 0, rows, 1);
    branch.multiply(batch.inSlot(slot, selected), rows, counts);
    for (int i = 0; isOuter && i < rows; i++) {
      counts[i] = Math.max(1, counts[i]);
    }
    batch.multiply(counts);
  }

  @Override
  public boolean wants(Batch batch, int position) {
    return next.wants(batch, position);
  }
}
