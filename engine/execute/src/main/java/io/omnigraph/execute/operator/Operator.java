package io.omnigraph.execute.operator;

/** Takes batches of rows, and usually passes others on to the operator after it. */
interface Operator {

  /** Works off a batch. The batch may be changed, and must not be kept. */
  void accept(Batch batch);

  /** Whether anything that could be made from a row is still of use. */
  boolean wants(Batch batch, int position);
}
