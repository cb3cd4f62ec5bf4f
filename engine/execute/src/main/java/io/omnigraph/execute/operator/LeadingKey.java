package io.omnigraph.execute.operator;

import io.omnigraph.execute.plan.Slots;
import io.omnigraph.graph.snapshot.Column;
import io.omnigraph.query.ast.SortDirection;
import io.omnigraph.values.Identity;
import java.util.Optional;

/**
 * The first key of an order as whole numbers that can be compared many at a time: where one row
 * comes before another by the key, its number is not greater.
 */
final class LeadingKey {

  private final Operand operand;
  private final SortDirection direction;
  private int[] selected = {};
  private double[] reals = {};

  private LeadingKey(Operand operand, SortDirection direction) {
    this.operand = operand;
    this.direction = direction;
  }

  /** The first key of an order; empty when its values are no numbers. */
  static Optional<LeadingKey> of(Operand operand, SortDirection direction) {
    boolean isNumber =
        switch (operand.column()) {
          case Column.Longs _ -> !NumberOrder.isUnsigned(operand.type());
          case Column.Doubles _ -> true;
          case Column.Booleans _, Column.Texts _, Column.Vectors _, Column.Lists _ -> false;
        };
    return isNumber && operand.slot() != Slots.NONE
        ? Optional.of(new LeadingKey(operand, direction))
        : Optional.empty();
  }

  /** The number of one row. */
  long number(int[][] nodes, int position) {
    int row = operand.row(nodes, position);
    long number =
        operand.column().isNull(row)
            ? Long.MIN_VALUE
            : operand.column() instanceof Column.Longs longs
                ? longs.get(row)
                : ordered(((Column.Doubles) operand.column()).get(row));
    return direction == SortDirection.DESCENDING ? ~number : number;
  }

  /** The numbers of the selected rows of a batch, in their order. */
  void numbers(Batch batch, long[] into) {
    int count = batch.selected();
    if (selected.length < count) {
      selected = new int[batch.size()];
      reals = new double[batch.size()];
    }
    int[] rows = batch.inSlot(operand.slot(), selected);
    if (operand.column() instanceof Column.Longs longs) {
      if (operand.column().mayBeNull()) {
        for (int i = 0; i < count; i++) {
          into[i] = longs.isNull(rows[i]) ? Long.MIN_VALUE : longs.get(rows[i]);
        }
      } else {
        longs.gather(rows, count, into);
      }
    } else {
      gather((Column.Doubles) operand.column(), rows, count, into);
    }
    if (direction == SortDirection.DESCENDING) {
      for (int i = 0; i < count; i++) {
        into[i] = ~into[i];
      }
    }
  }

  private void gather(Column.Doubles doubles, int[] rows, int count, long[] into) {
    if (doubles.mayBeNull()) {
      for (int i = 0; i < count; i++) {
        into[i] = doubles.isNull(rows[i]) ? Long.MIN_VALUE : ordered(doubles.get(rows[i]));
      }
      return;
    }
    doubles.gather(rows, count, reals);
    for (int i = 0; i < count; i++) {
      into[i] = ordered(reals[i]);
    }
  }

  /** A whole number that is in the order of whole numbers where a real one is in that of reals. */
  private static long ordered(double real) {
    long bits = Double.doubleToLongBits(Identity.of(real));
    return bits ^ (bits >> 63 & Long.MAX_VALUE);
  }
}
