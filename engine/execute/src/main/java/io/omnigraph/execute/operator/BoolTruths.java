package io.omnigraph.execute.operator;

import io.omnigraph.graph.snapshot.Column;
import io.omnigraph.query.ast.Comparison;

/** Truths that are made of columns of truth values, and of other truths. */
final class BoolTruths {

  private BoolTruths() {}

  /** The values of a column. */
  static Truths of(Operand operand) {
    if (!(operand.column() instanceof Column.Booleans values)) {
      return Truths.constant(Truths.UNKNOWN);
    }
    return (nodes, positions, count, into) -> {
      for (int i = 0; i < count; i++) {
        int row = operand.row(nodes, positions[i]);
        into[i] = values.isNull(row) ? Truths.UNKNOWN : Truths.of(values.get(row));
      }
    };
  }

  /** True where another truth is false. */
  static Truths not(Truths truths) {
    return (nodes, positions, count, into) -> {
      truths.of(nodes, positions, count, into);
      for (int i = 0; i < count; i++) {
        into[i] = into[i] == Truths.UNKNOWN ? Truths.UNKNOWN : (byte) (1 - into[i]);
      }
    };
  }

  /** Whether another truth is unknown, or is not. */
  static Truths isUnknown(Truths truths, boolean expected) {
    return (nodes, positions, count, into) -> {
      truths.of(nodes, positions, count, into);
      for (int i = 0; i < count; i++) {
        into[i] = Truths.of((into[i] == Truths.UNKNOWN) == expected);
      }
    };
  }

  /** Whether a column is null, or is not. */
  static Truths isNull(Operand operand, boolean expected) {
    Column column = operand.column();
    return (nodes, positions, count, into) -> {
      for (int i = 0; i < count; i++) {
        into[i] = Truths.of(column.isNull(operand.row(nodes, positions[i])) == expected);
      }
    };
  }

  /** A comparison of truths, of which false is the smaller one. */
  static Truths compare(Truths left, Comparison comparison, Truths right) {
    return new Comparing(left, comparison, right);
  }

  /** Whether a list of truth values has a truth. */
  static Truths member(
      PairCondition hasTrue, PairCondition hasFalse, Operand list, Truths element) {
    return (nodes, positions, count, into) -> {
      element.of(nodes, positions, count, into);
      for (int i = 0; i < count; i++) {
        int row = list.row(nodes, positions[i]);
        if (list.column().isNull(row)) {
          into[i] = Truths.UNKNOWN;
        } else if (into[i] != Truths.UNKNOWN) {
          PairCondition test = into[i] == Truths.TRUE ? hasTrue : hasFalse;
          into[i] = Truths.of(test.test(row, 0));
        }
      }
    };
  }

  private static final class Comparing implements Truths {

    private final Truths left;
    private final Comparison comparison;
    private final Truths right;
    private byte[] others = {};

    Comparing(Truths left, Comparison comparison, Truths right) {
      this.left = left;
      this.comparison = comparison;
      this.right = right;
    }

    @Override
    public void of(int[][] nodes, int[] positions, int count, byte[] into) {
      if (others.length < count) {
        others = new byte[count];
      }
      left.of(nodes, positions, count, into);
      right.of(nodes, positions, count, others);
      for (int i = 0; i < count; i++) {
        into[i] =
            into[i] == UNKNOWN || others[i] == UNKNOWN
                ? UNKNOWN
                : Truths.of(Comparisons.holds(comparison, into[i] - others[i]));
      }
    }
  }
}
