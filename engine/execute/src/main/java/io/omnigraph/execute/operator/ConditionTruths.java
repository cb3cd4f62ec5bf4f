package io.omnigraph.execute.operator;

import io.omnigraph.graph.snapshot.Column;
import io.omnigraph.graph.snapshot.Table;
import io.omnigraph.query.check.Condition;
import io.omnigraph.query.check.TypedExpression;
import io.omnigraph.values.PropertyType;
import io.omnigraph.values.Scalar;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Turns conditions into tests of rows. */
final class ConditionTruths {

  private static final PropertyType TRUTH = PropertyType.of(Scalar.BOOL);

  private final Columns columns;
  private final int slots;

  /**
   * Makes tests.
   *
   * @param slots the number of slots of the query
   */
  ConditionTruths(Columns columns, int slots) {
    this.columns = columns;
    this.slots = slots;
  }

  /** The truth of each of some conditions. */
  List<Truths> each(List<Condition> conditions) {
    return conditions.stream().map(this::truths).toList();
  }

  /** A selection by conditions that are about one variable alone. */
  RowSelection selection(List<Condition> conditions, int slot) {
    return new RowSelection(each(conditions), slots, slot);
  }

  /**
   * The rows of a table for which all of some conditions, each about them alone, hold.
   *
   * @param slot of the variable that the conditions are about
   * @param only the rows among which they are, ascending; empty for all
   */
  Candidates candidates(Table table, int slot, List<Condition> conditions, Optional<int[]> only) {
    PushDown pushed = PushDown.of(table, conditions, columns);
    Optional<int[]> chosen =
        Stream.of(only, Optional.ofNullable(pushed.filter()).map(table::select))
            .flatMap(Optional::stream)
            .reduce(ConditionTruths::intersection);
    List<Condition> rest = new ArrayList<>();
    for (Condition condition : pushed.rest()) {
      if (condition instanceof Condition.Holds(TypedExpression.TextMatch search)) {
        BitSet found = TextMatches.column(search, columns).rows();
        chosen =
            Optional.of(
                chosen
                    .map(rows -> Arrays.stream(rows).filter(found::get).toArray())
                    .orElseGet(() -> found.stream().toArray()));
      } else {
        rest.add(condition);
      }
    }
    RowSelection selection = selection(rest, slot);
    return chosen
        .map(rows -> Candidates.among(table, rows, selection))
        .orElseGet(() -> Candidates.of(table, selection));
  }

  private static int[] intersection(int[] some, int[] others) {
    return Arrays.stream(some).filter(row -> Arrays.binarySearch(others, row) >= 0).toArray();
  }

  /** The truth of a condition. */
  Truths truths(Condition condition) {
    return switch (condition) {
      case Condition.Compares(var left, var comparison, var right)
          when left.type().scalar() == Scalar.BOOL ->
          BoolTruths.compare(truth(left), comparison, truth(right));
      case Condition.Compares(var left, var comparison, var right) -> {
        Operand one = columns.operand(left);
        Operand other = columns.operand(right);
        Optional<Truths> rows = RowTruths.of(left, comparison, right);
        if (rows.isPresent()) {
          yield rows.get();
        }
        yield CodeTruths.of(one, comparison, other)
            .or(() -> CodeTruths.of(other, comparison.mirrored(), one))
            .or(() -> WholeTruths.of(one, comparison, other))
            .orElseGet(() ->
                pair(
                    one,
                    other,
                    () ->
                        Comparisons.ofValues(
                            one.column(), left.type(), comparison, other.column(), right.type())));
      }
      case Condition.HasElement(var list, var element) -> member(list, element);
      case Condition.HasSubstring(var text, var place, var part) -> {
        Operand whole = columns.operand(text);
        Operand wanted = columns.operand(part);
        yield pair(whole, wanted, () -> substring(whole.column(), place, wanted.column()));
      }
      case Condition.IsNull(Condition operand, var expected) ->
          BoolTruths.isUnknown(truths(operand), expected);
      case Condition.IsNull(var operand, var expected) ->
          BoolTruths.isNull(columns.operand(operand), expected);
      case Condition.Holds(var operand) -> truth(operand);
      case Condition.All(var conditions) -> JoinedTruths.all(each(conditions));
      case Condition.Any(var conditions) -> JoinedTruths.any(each(conditions));
      case Condition.Negated(var negated) -> BoolTruths.not(truths(negated));
    };
  }

  private Truths truth(TypedExpression expression) {
    return expression instanceof Condition condition
        ? truths(condition)
        : BoolTruths.of(columns.operand(expression));
  }

  private static Truths pair(Operand left, Operand right, Supplier<PairCondition> test) {
    return left.column() instanceof ConstantColumn.Nothing
            || right.column() instanceof ConstantColumn.Nothing
        ? Truths.constant(Truths.UNKNOWN)
        : new PairTruths(left, right, test.get());
  }

  private Truths member(TypedExpression list, TypedExpression element) {
    Operand items = columns.operand(list);
    if (element instanceof Condition condition) {
      return BoolTruths.member(
          Membership.ofValues(items.column(), list.type(), ConstantColumn.of(true), TRUTH),
          Membership.ofValues(items.column(), list.type(), ConstantColumn.of(false), TRUTH),
          items,
          truths(condition));
    }
    Operand wanted = columns.operand(element);
    return pair(
        items,
        wanted,
        () -> Membership.ofValues(items.column(), list.type(), wanted.column(), element.type()));
  }

  private static PairCondition substring(
      Column text, Condition.HasSubstring.Place place, Column part) {
    if (!(text instanceof Column.Texts texts) || !(part instanceof Column.Texts parts)) {
      throw new IllegalArgumentException("only texts have parts");
    }
    return switch (place) {
      case ANYWHERE -> (l, r) -> texts.get(l).contains(parts.get(r));
      case START -> (l, r) -> texts.get(l).startsWith(parts.get(r));
      case END -> (l, r) -> texts.get(l).endsWith(parts.get(r));
    };
  }
}
