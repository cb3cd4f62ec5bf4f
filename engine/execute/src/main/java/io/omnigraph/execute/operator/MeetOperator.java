package io.omnigraph.execute.operator;

/** Passes on every row together with each node that several of its nodes lead to. */
final class MeetOperator implements Operator {

  private final Meet meet;
  private final Budget budget;
  private final Fanout out;

  MeetOperator(Meet meet, Budget budget, Fanout out) {
    this.budget = budget;
    this.meet = meet;
    this.out = out;
  }

  @Override
  public void accept(Batch batch) {
    budget.spend(batch.selected());
    for (int i = 0; i < batch.selected(); i++) {
      int position = batch.position(i);
      if (out.wants(batch, position)) {
        int count = meet.find(batch.nodes(), position);
        out.emitAll(batch, position, meet.found(), count);
      }
    }
    out.flush();
  }

  @Override
  public boolean wants(Batch batch, int position) {
    return out.wants(batch, position);
  }
}
