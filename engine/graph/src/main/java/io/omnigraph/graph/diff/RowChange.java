package io.omnigraph.graph.diff;

/**
 * A row that two states of a table do not share.
 *
 * @param before its number in the first state; -1 when it is not there
 * @param after its number in the second state; -1 when it is not there
 */
public record RowChange(String id, int before, int after) {

  /** What became of the row. */
  public ChangeOp op() {
    if (before < 0) {
      return ChangeOp.INSERT;
    }
    return after < 0 ? ChangeOp.DELETE : ChangeOp.UPDATE;
  }
}
