package io.omnigraph.query.execute;

import io.omnigraph.query.result.Cells;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes a row of the result from a row of the match. */
final class Projector {

  private final List<Operand> operands;
  private final Budget budget;

  Projector(List<Operand> operands, Budget budget) {
    this.operands = List.copyOf(operands);
    this.budget = budget;
  }

  @Nullable Object[] project(int[][] nodes, int position) {
    budget.hold(operands.size());
    @Nullable Object[] cells = new @Nullable Object[operands.size()];
    for (int i = 0; i < cells.length; i++) {
      Operand operand = operands.get(i);
      cells[i] = Cells.of(operand.value(nodes, position), operand.type());
    }
    return cells;
  }
}
