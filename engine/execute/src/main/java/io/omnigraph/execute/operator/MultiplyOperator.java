package io.omnigraph.execute.operator;

import io.omnigraph.execute.plan.Step.Reach;

/** Makes every row count as often as a branch at one of its nodes has assignments. */
final class MultiplyOperator implements Operator {

  private final BranchCounter branch;
  private final int slot;
  private final Reach reach;
  private final Budget budget;
  private final Operator next;

  MultiplyOperator(BranchCounter branch, int slot, Reach reach, Budget budget, Operator next) {
    this.branch = branch;
    this.slot = slot;
    this.reach = reach;
    this.budget = budget;
    this.next = next;
  }

  @Override
  public void accept(Batch batch) {
    int[] nodes = batch.nodes()[slot];
    budget.spend(batch.selected());
    switch (reach) {
      case ANY -> batch.retain(position -> branch.exists(nodes[position]));
      case EVERY ->
          batch.retain(position -> {
            long count = branch.count(nodes[position]);
            batch.multiply(position, count);
            return count > 0;
          });
    }
    if (!batch.isEmpty()) {
      next.accept(batch);
    }
  }

  @Override
  public boolean wants(Batch batch, int position) {
    return next.wants(batch, position);
  }
}
