package io.omnigraph.execute.operator;

import io.omnigraph.graph.snapshot.Column;
import io.omnigraph.values.PropertyType;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes tests of whether lists have elements. */
final class Membership {

  private Membership() {}

  /** A test of a list with a scalar of a comparable type, in rows where neither is null. */
  static PairCondition ofValues(
      Column list, PropertyType listType, Column element, PropertyType type) {
    Column.Lists lists = (Column.Lists) list;
    return element instanceof Column.Texts texts
        ? texts(lists, texts)
        : numbersAndTruths(lists, listType, element, type);
  }

  private static PairCondition texts(Column.Lists lists, Column.Texts element) {
    if (ConstantColumn.isConstant(lists)) {
      Set<Object> members = new HashSet<>(lists.get(0));
      return (_, r) -> members.contains(element.get(r));
    }
    return (l, r) -> lists.get(l).contains(element.get(r));
  }

  private static PairCondition numbersAndTruths(
      Column.Lists lists, PropertyType listType, Column element, PropertyType type) {
    boolean narrow = NumberOrder.isNarrow(listType) || NumberOrder.isNarrow(type);
    boolean listUnsigned = NumberOrder.isUnsigned(listType);
    boolean unsigned = NumberOrder.isUnsigned(type);
    return (l, r) -> {
      Object wanted = ColumnValues.of(element, r);
      return lists.get(l).stream()
          .anyMatch(member ->
              narrow ? sameNarrowed(member, wanted) : same(member, listUnsigned, wanted, unsigned));
    };
  }

  private static boolean sameNarrowed(Object member, @Nullable Object wanted) {
    return wanted instanceof Number number && ((Number) member).floatValue() == number.floatValue();
  }

  private static boolean same(
      Object member, boolean memberUnsigned, @Nullable Object wanted, boolean wantedUnsigned) {
    return switch (member) {
      case Long a when wanted instanceof Long b ->
          NumberOrder.compare(a, memberUnsigned, b, wantedUnsigned) == 0;
      case Long a when wanted instanceof Double b ->
          !b.isNaN() && NumberOrder.compare(a, memberUnsigned, b) == 0;
      case Double a when wanted instanceof Long b ->
          !a.isNaN() && NumberOrder.compare(b, wantedUnsigned, a) == 0;
      case Double a when wanted instanceof Double b -> a.doubleValue() == b.doubleValue();
      case Object other -> other.equals(wanted);
    };
  }
}
