package io.omnigraph.execute.operator;

import io.omnigraph.execute.plan.Step.Reach;
import java.util.Arrays;
import java.util.List;

/** Makes every row count as often as some nodes and the branches on them have assignments. */
final class TallyOperator implements Operator {

  private static final long UNKNOWN = -1;

  private final Candidates candidates;
  private final List<BranchCounter> branches;
  private final Reach reach;
  private final Budget budget;
  private final Operator next;
  private long total = UNKNOWN;

  TallyOperator(
      Candidates candidates,
      List<BranchCounter> branches,
      Reach reach,
      Budget budget,
      Operator next) {
    this.candidates = candidates;
    this.branches = List.copyOf(branches);
    this.reach = reach;
    this.budget = budget;
    this.next = next;
  }

  @Override
  public void accept(Batch batch) {
    if (total == UNKNOWN) {
      total =
          switch (reach) {
            case EVERY -> count();
            case ANY -> exists() ? 1 : 0;
          };
    }
    if (total > 0) {
      batch.retain(position -> {
        batch.multiply(position, total);
        return true;
      });
      next.accept(batch);
    }
  }

  @Override
  public boolean wants(Batch batch, int position) {
    return next.wants(batch, position);
  }

  private long count() {
    if (branches.isEmpty() && candidates.isAll()) {
      return candidates.liveCount();
    }
    long sum = 0;
    int[] nodes = new int[candidates.most()];
    long[] products = new long[nodes.length];
    for (int met = candidates.next(nodes); met > 0; met = candidates.next(nodes)) {
      if (branches.isEmpty()) {
        sum += met;
      } else {
        Arrays.fill(products, 0, met, 1);
        for (BranchCounter branch : branches) {
          branch.multiply(nodes, met, products);
        }
        sum = Weights.sum(sum, products, met);
      }
      budget.spend(met);
    }
    return sum;
  }

  private boolean exists() {
    for (int node = candidates.next(); node >= 0; node = candidates.next()) {
      if (BranchCounter.allExist(branches, node)) {
        return true;
      }
    }
    return false;
  }
}
