package io.omnigraph.execute.operator;

import io.omnigraph.execute.plan.Step.Reach;
import java.util.function.IntPredicate;

/** Passes on every row together with each partner of one of its nodes that a condition accepts. */
final class ExpandOperator implements Operator {

  private final Partners partners;
  private final int from;
  private final IntPredicate condition;
  private final Reach reach;
  private final Fanout out;

  ExpandOperator(Partners partners, int from, IntPredicate condition, Reach reach, Fanout out) {
    this.partners = partners;
    this.from = from;
    this.condition = condition;
    this.reach = reach;
    this.out = out;
  }

  @Override
  public void accept(Batch batch) {
    int[] sources = batch.nodes()[from];
    for (int i = 0; i < batch.selected(); i++) {
      int position = batch.position(i);
      if (out.wants(batch, position)) {
        expand(batch, position, sources[position]);
      }
    }
    out.flush();
  }

  @Override
  public boolean wants(Batch batch, int position) {
    return out.wants(batch, position);
  }

  private void expand(Batch batch, int position, int node) {
    IntList found = partners.of(node);
    boolean wanted = true;
    for (int i = 0; wanted && i < found.size(); i++) {
      int partner = found.get(i);
      if (condition.test(partner)) {
        wanted = out.emit(batch, position, partner) && reach == Reach.EVERY;
      }
    }
  }
}
