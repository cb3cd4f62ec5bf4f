package io.omnigraph.execute.operator;

import io.omnigraph.graph.snapshot.Column;
import io.omnigraph.graph.snapshot.TextCodes;
import io.omnigraph.query.ast.Comparison;
import java.util.Optional;

/** Whether texts are a certain one, told by their numbers. */
final class CodeTruths implements Truths {

  private final Operand operand;
  private final TextCodes codes;
  private final int wanted;
  private final boolean isEqual;
  private int[] rows = {};
  private int[] found = {};

  private CodeTruths(Operand operand, TextCodes codes, int wanted, boolean isEqual) {
    this.operand = operand;
    this.codes = codes;
    this.wanted = wanted;
    this.isEqual = isEqual;
  }

  /** The truth of a comparison with a constant; empty where the texts have no numbers. */
  static Optional<Truths> of(Operand operand, Comparison comparison, Operand constant) {
    boolean isEquality = comparison == Comparison.EQUAL || comparison == Comparison.NOT_EQUAL;
    if (!isEquality
        || operand.slot() < 0
        || constant.slot() >= 0
        || !(operand.column() instanceof Column.Texts texts)
        || !(constant.column() instanceof Column.Texts other)
        || other.isNull(0)) {
      return Optional.empty();
    }
    return texts
        .codes()
        .map(codes ->
            new CodeTruths(
                operand, codes, codes.codeOf(other.utf8(0)), comparison == Comparison.EQUAL));
  }

  @Override
  public void of(int[][] nodes, int[] positions, int count, byte[] into) {
    if (rows.length < count) {
      rows = new int[Math.max(count, Batch.CAPACITY)];
      found = new int[rows.length];
    }
    int[] all = nodes[operand.slot()];
    Column column = operand.column();
    if (column.mayBeNull()) {
      for (int i = 0; i < count; i++) {
        int row = all[positions[i]];
        into[i] = column.isNull(row) ? UNKNOWN : Truths.of((codes.code(row) == wanted) == isEqual);
      }
      return;
    }
    for (int i = 0; i < count; i++) {
      rows[i] = all[positions[i]];
    }
    codes.gather(rows, count, found);
    for (int i = 0; i < count; i++) {
      into[i] = Truths.of((found[i] == wanted) == isEqual);
    }
  }
}
