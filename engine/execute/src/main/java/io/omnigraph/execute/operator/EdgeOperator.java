package io.omnigraph.execute.operator;

import io.omnigraph.execute.plan.Step.Reach;

/** Passes on every row together with each edge at one of its nodes that is selected. */
final class EdgeOperator implements Operator {

  /** Stands for no slot. */
  static final int NONE = -1;

  private final EdgeWalk walk;
  private final Ends ends;
  private final RowSelection partners;
  private final RowSelection edges;
  private final Reach reach;
  private final Fanout out;

  /**
   * An operator.
   *
   * @param reach how many edges of a row are wanted
   */
  EdgeOperator(EdgeWalk walk, Ends ends, Selections selections, Reach reach, Fanout out) {
    this.walk = walk;
    this.ends = ends;
    this.partners = selections.partners();
    this.edges = selections.edges();
    this.reach = reach;
    this.out = out;
  }

  /**
   * The slots of the nodes that edges join.
   *
   * @param from of the node that edges are looked for at
   * @param to of the node that they must lead to; {@link #NONE} when the row has none yet
   */
  record Ends(int from, int to) {}

  /** Which nodes at far ends, and which edges, are wanted. */
  record Selections(RowSelection partners, RowSelection edges) {}

  @Override
  public void accept(Batch batch) {
    for (int i = 0; i < batch.selected(); i++) {
      int position = batch.position(i);
      if (out.wants(batch, position)) {
        expand(batch, position);
      }
    }
    out.flush();
  }

  private void expand(Batch batch, int position) {
    int count = edges.select(walk, walk.find(batch.nodes()[ends.from()][position]));
    boolean wanted = true;
    for (int i = 0; wanted && i < count; i++) {
      int partner = walk.partner(i);
      int edge = walk.edge(i);
      if (ends.to() != NONE) {
        if (batch.nodes()[ends.to()][position] == partner) {
          wanted = out.emit(batch, position, edge) && reach == Reach.EVERY;
        }
      } else if (partners.test(partner)) {
        wanted = out.emit(batch, position, partner, edge) && reach == Reach.EVERY;
      }
    }
  }

  @Override
  public boolean wants(Batch batch, int position) {
    return out.wants(batch, position);
  }
}
