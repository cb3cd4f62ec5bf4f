package io.omnigraph.execute.operator;

import java.util.List;

/** Works out conditions and keeps their truths with the rows, which are all passed on. */
final class ComputeOperator implements Operator {

  private final List<Output> outputs;
  private final Operator next;
  private final int[][] values;
  private final byte[] truths = new byte[Batch.CAPACITY];

  ComputeOperator(List<Output> outputs, Operator next) {
    this.outputs = List.copyOf(outputs);
    this.next = next;
    this.values = new int[outputs.size()][Batch.CAPACITY];
  }

  /** A condition, and the slot that its truth is kept in. */
  record Output(int slot, Truths truths) {}

  @Override
  public void accept(Batch batch) {
    for (int i = 0; i < values.length; i++) {
      Output output = outputs.get(i);
      batch.truths(output.truths(), truths);
      for (int index = 0; index < batch.selected(); index++) {
        values[i][batch.position(index)] = truths[index];
      }
      batch.put(output.slot(), values[i]);
    }
    next.accept(batch);
  }

  @Override
  public boolean wants(Batch batch, int position) {
    return next.wants(batch, position);
  }
}
