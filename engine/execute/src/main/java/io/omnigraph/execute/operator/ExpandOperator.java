package io.omnigraph.execute.operator;

import io.omnigraph.execute.plan.Step.Reach;

/** Passes on every row together with each partner of one of its nodes that is selected. */
final class ExpandOperator implements Operator {

  private final Partners partners;
  private final int from;
  private final RowSelection selection;
  private final Reach reach;
  private final Fanout out;
  private int[] selected = new int[16];

  ExpandOperator(Partners partners, int from, RowSelection selection, Reach reach, Fanout out) {
    this.partners = partners;
    this.from = from;
    this.selection = selection;
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
    IntList partnersFound = partners.of(node);
    int count = partnersFound.size();
    if (selected.length < count) {
      selected = new int[Math.max(count, 2 * selected.length)];
    }
    partnersFound.copyTo(selected);
    count = selection.select(selected, count);
    out.emitAll(batch, position, selected, reach == Reach.ANY ? Math.min(1, count) : count);
  }
}
