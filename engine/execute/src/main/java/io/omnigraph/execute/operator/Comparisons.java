package io.omnigraph.execute.operator;

import io.omnigraph.graph.snapshot.Column;
import io.omnigraph.query.ast.Comparison;
import io.omnigraph.values.PropertyType;

/**
 * Makes tests that compare columns (docs/reference/query-language.md §4.3); a comparison with a
 * null never holds.
 */
final class Comparisons {

  private Comparisons() {}

  /** A test of comparable columns, which nulls do not pass. */
  static PairCondition of(
      Column left, PropertyType leftType, Comparison comparison, Column right, PropertyType type) {
    if (left instanceof ConstantColumn.Nothing || right instanceof ConstantColumn.Nothing) {
      return PairCondition.NEVER;
    }
    PairCondition test = ofValues(left, leftType, comparison, right, type);
    return (l, r) -> !left.isNull(l) && !right.isNull(r) && test.test(l, r);
  }

  /** A test of comparable columns in rows where they are not null. */
  static PairCondition ofValues(
      Column left, PropertyType leftType, Comparison comparison, Column right, PropertyType type) {
    boolean narrow = NumberOrder.isNarrow(leftType) || NumberOrder.isNarrow(type);
    return switch (left) {
      case Column.Texts texts -> texts(texts, comparison, (Column.Texts) right);
      case Column.Booleans booleans -> booleans(booleans, comparison, (Column.Booleans) right);
      case Column.Longs longs when right instanceof Column.Longs others && !narrow ->
          longs(longs, NumberOrder.isUnsigned(leftType), comparison, others, type);
      case Column.Longs longs when right instanceof Column.Doubles doubles && !narrow ->
          mixed(longs, NumberOrder.isUnsigned(leftType), comparison, doubles);
      case Column.Doubles doubles when right instanceof Column.Longs longs && !narrow ->
          mixed(longs, NumberOrder.isUnsigned(type), comparison.mirrored(), doubles).swapped();
      case Column.Longs _, Column.Doubles _ ->
          doubles(
              DoubleReader.of(left, leftType, narrow),
              comparison,
              DoubleReader.of(right, type, narrow));
      case Column.Vectors _, Column.Lists _ ->
          throw new IllegalArgumentException("vectors and lists are not compared");
    };
  }

  /** Texts are compared as UTF-8, whose order is that of their code points. */
  private static PairCondition texts(Column.Texts left, Comparison comparison, Column.Texts right) {
    if (ConstantColumn.isConstant(left) && !ConstantColumn.isConstant(right)) {
      return texts(right, comparison.mirrored(), left).swapped();
    }
    if (ConstantColumn.isConstant(right)) {
      return constant(left, comparison, right.utf8(0));
    }
    return switch (comparison) {
      case EQUAL -> (l, r) -> left.isEqual(l, right, r);
      case NOT_EQUAL -> (l, r) -> !left.isEqual(l, right, r);
      default -> (l, r) -> holds(comparison, left.compare(l, right, r));
    };
  }

  private static PairCondition constant(Column.Texts texts, Comparison comparison, byte[] value) {
    return switch (comparison) {
      case EQUAL -> (l, _) -> texts.equalsUtf8(l, value);
      case NOT_EQUAL -> (l, _) -> !texts.equalsUtf8(l, value);
      default -> (l, _) -> holds(comparison, texts.compareUtf8(l, value));
    };
  }

  private static PairCondition booleans(
      Column.Booleans left, Comparison comparison, Column.Booleans right) {
    return (l, r) -> holds(comparison, Boolean.compare(left.get(l), right.get(r)));
  }

  private static PairCondition longs(
      Column.Longs left,
      boolean leftUnsigned,
      Comparison comparison,
      Column.Longs right,
      PropertyType rightType) {
    boolean rightUnsigned = NumberOrder.isUnsigned(rightType);
    if (leftUnsigned || rightUnsigned) {
      return (l, r) ->
          holds(
              comparison,
              NumberOrder.compare(left.get(l), leftUnsigned, right.get(r), rightUnsigned));
    }
    return switch (comparison) {
      case EQUAL -> (l, r) -> left.get(l) == right.get(r);
      case NOT_EQUAL -> (l, r) -> left.get(l) != right.get(r);
      case LESS -> (l, r) -> left.get(l) < right.get(r);
      case LESS_OR_EQUAL -> (l, r) -> left.get(l) <= right.get(r);
      case GREATER -> (l, r) -> left.get(l) > right.get(r);
      case GREATER_OR_EQUAL -> (l, r) -> left.get(l) >= right.get(r);
    };
  }

  private static PairCondition mixed(
      Column.Longs left, boolean isUnsigned, Comparison comparison, Column.Doubles right) {
    return (l, r) -> {
      double real = right.get(r);
      return Double.isNaN(real)
          ? comparison == Comparison.NOT_EQUAL
          : holds(comparison, NumberOrder.compare(left.get(l), isUnsigned, real));
    };
  }

  private static PairCondition doubles(
      DoubleReader left, Comparison comparison, DoubleReader right) {
    return (l, r) -> {
      double a = left.get(l);
      double b = right.get(r);
      return (Double.isNaN(a) || Double.isNaN(b))
          ? comparison == Comparison.NOT_EQUAL
          : holds(comparison, NumberOrder.compare(a, b));
    };
  }

  /** Whether a comparison holds for operands in an order. */
  static boolean holds(Comparison comparison, int order) {
    return switch (comparison) {
      case EQUAL -> order == 0;
      case NOT_EQUAL -> order != 0;
      case LESS -> order < 0;
      case LESS_OR_EQUAL -> order <= 0;
      case GREATER -> order > 0;
      case GREATER_OR_EQUAL -> order >= 0;
    };
  }
}
