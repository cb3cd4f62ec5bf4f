package io.omnigraph.execute.operator;

import io.omnigraph.execute.plan.Slots;
import io.omnigraph.graph.snapshot.Column;
import io.omnigraph.graph.snapshot.NodeTable;
import io.omnigraph.query.check.Condition;
import io.omnigraph.query.check.TypedExpression;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.Stream;

/** Turns conditions into tests of rows. */
final class Tests {

  private final Columns columns;

  Tests(Columns columns) {
    this.columns = columns;
  }

  /** A test of whether all of some conditions hold on a row. */
  RowTest all(List<Condition> conditions) {
    return conditions.stream().map(this::of).reduce(Tests::both).orElse((_, _) -> true);
  }

  /** A test of whether all of some conditions, each about one variable alone, hold for a node. */
  IntPredicate allOfNode(List<Condition> conditions) {
    if (conditions.isEmpty()) {
      return _ -> true;
    }
    IntPredicate all = ofNode(conditions.getFirst());
    for (int i = 1; i < conditions.size(); i++) {
      all = all.and(ofNode(conditions.get(i)));
    }
    return all;
  }

  /**
   * The nodes of a table for which all of some conditions, each about them alone, hold.
   *
   * @param only the nodes among which they are, ascending; empty for all
   */
  Candidates candidates(NodeTable table, List<Condition> conditions, Optional<int[]> only) {
    PushDown pushed = PushDown.of(table, conditions, columns);
    Optional<int[]> chosen =
        Stream.of(only, Optional.ofNullable(pushed.filter()).map(table::select))
            .flatMap(Optional::stream)
            .reduce(Tests::intersection);
    List<Condition> rest = new ArrayList<>();
    for (Condition condition : pushed.rest()) {
      if (condition instanceof Condition.Matches(var search, var expected) && expected) {
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
    IntPredicate test = allOfNode(rest);
    return chosen
        .map(rows -> Candidates.among(table, rows, test))
        .orElseGet(
            () -> conditions.isEmpty() ? Candidates.all(table) : Candidates.where(table, test));
  }

  private static int[] intersection(int[] some, int[] others) {
    return Arrays.stream(some).filter(row -> Arrays.binarySearch(others, row) >= 0).toArray();
  }

  private IntPredicate ofNode(Condition condition) {
    PairTest test = pair(condition);
    return row -> test.test(row, row);
  }

  private RowTest of(Condition condition) {
    PairTest test = pair(condition);
    int left = Slots.slot(left(condition));
    int right = Slots.slot(right(condition));
    return (nodes, position) ->
        test.test(left < 0 ? 0 : nodes[left][position], right < 0 ? 0 : nodes[right][position]);
  }

  private PairTest pair(Condition condition) {
    return switch (condition) {
      case Condition.Compares(var left, var comparison, var right) ->
          Comparisons.of(
              columns.of(left), left.type(), comparison, columns.of(right), right.type());
      case Condition.HasElement(var list, var element) ->
          Membership.of(columns.of(list), list.type(), columns.of(element), element.type());
      case Condition.HasSubstring(var text, var place, var part) ->
          substring(columns.of(text), place, columns.of(part));
      case Condition.IsNull(var operand, var expected) -> isNull(columns.of(operand), expected);
      case Condition.Matches(var search, var expected) -> matches(search, expected);
    };
  }

  private static PairTest substring(Column text, Condition.HasSubstring.Place place, Column part) {
    if (!(text instanceof Column.Texts texts) || !(part instanceof Column.Texts parts)) {
      return PairTest.NEVER;
    }
    PairTest test =
        switch (place) {
          case ANYWHERE -> (l, r) -> texts.get(l).contains(parts.get(r));
          case START -> (l, r) -> texts.get(l).startsWith(parts.get(r));
          case END -> (l, r) -> texts.get(l).endsWith(parts.get(r));
        };
    return (l, r) -> !texts.isNull(l) && !parts.isNull(r) && test.test(l, r);
  }

  private static PairTest isNull(Column column, boolean expected) {
    return (l, _) -> column.isNull(l) == expected;
  }

  private PairTest matches(TypedExpression.TextMatch search, boolean expected) {
    Column.Booleans matches = TextMatches.column(search, columns);
    return (l, _) -> !matches.isNull(l) && matches.get(l) == expected;
  }

  private static TypedExpression left(Condition condition) {
    return switch (condition) {
      case Condition.Compares(var left, _, _) -> left;
      case Condition.HasElement(var list, _) -> list;
      case Condition.HasSubstring(var text, _, _) -> text;
      case Condition.IsNull(var operand, _) -> operand;
      case Condition.Matches(var search, _) -> search;
    };
  }

  private static TypedExpression right(Condition condition) {
    return switch (condition) {
      case Condition.Compares(_, _, var right) -> right;
      case Condition.HasElement(_, var element) -> element;
      case Condition.HasSubstring(_, _, var part) -> part;
      case Condition.IsNull(var operand, _) -> operand;
      case Condition.Matches(var search, _) -> search;
    };
  }

  private static RowTest both(RowTest first, RowTest second) {
    return (nodes, position) -> first.test(nodes, position) && second.test(nodes, position);
  }
}
