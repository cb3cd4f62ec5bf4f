package io.omnigraph.execute.operator;

import io.omnigraph.execute.plan.Selectivity;
import io.omnigraph.graph.snapshot.Snapshot;
import io.omnigraph.graph.snapshot.Table;
import io.omnigraph.query.check.Condition;
import io.omnigraph.query.check.NodeVariable;
import io.omnigraph.query.check.RowVariable;
import io.omnigraph.query.check.TypedExpression;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Finds the rows of a table that a condition is true of, for statements that change them. */
public final class MatchingRows {

  private final Table table;
  private final RowVariable row;
  private final Columns columns;

  /**
   * A search in a table.
   *
   * @param row whose table it is, and that conditions are about
   */
  public MatchingRows(Snapshot snapshot, RowVariable row, Bindings bindings) {
    this.columns = new Columns(snapshot, bindings, new Heat());
    this.row = row;
    this.table = columns.rows(row);
  }

  /** The ids of the live rows that a condition is true of, in the order of the rows. */
  public List<String> ids(Condition condition) {
    return Arrays.stream(rows(condition)).mapToObj(table::id).toList();
  }

  /** The live rows that a condition is true of, ascending. */
  public int[] rows(Condition condition) {
    List<Condition> conditions = condition.conjuncts().toList();
    Candidates candidates =
        new ConditionTruths(columns, row.slot() + 1)
            .candidates(table, row.slot(), conditions, byKey(conditions));
    return IntStream.generate(candidates::next).takeWhile(found -> found >= 0).toArray();
  }

  /** The only rows that there can be, where the conditions fix the id or name some. */
  private Optional<int[]> byKey(List<Condition> conditions) {
    if (!(row instanceof NodeVariable node)) {
      return Optional.empty();
    }
    List<TypedExpression.Fixed> ids = Selectivity.among(node, conditions);
    return ids.isEmpty() ? Optional.empty() : Optional.of(columns.rowsOf(table, ids));
  }
}
