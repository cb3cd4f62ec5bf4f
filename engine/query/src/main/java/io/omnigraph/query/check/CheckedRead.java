package io.omnigraph.query.check;

import io.omnigraph.query.check.TypedExpression.Fixed;
import io.omnigraph.query.parameter.Parameter;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A query that reads.
 *
 * @param slots the number of node variables, those of inner blocks included
 * @param match what rows there are
 * @param isDistinct whether rows whose columns are equal are one row
 * @param columns of the result, at least one; two may have the same name
 * @param ranking the order of the rows; absent without one. It restricts the rows to those whose
 *     node is ranked
 * @param sortKeys by weight; of rows that are ranked alike where there is a ranking
 * @param limit the greatest number of rows, an integer; absent without one, and without effect when
 *     it is a null parameter
 * @param offset how many rows of the order are left out before the limit counts, an integer; absent
 *     for none, and without effect when it is a null parameter
 */
public record CheckedRead(
    String name,
    List<Parameter> parameters,
    int slots,
    Pattern match,
    boolean isDistinct,
    List<OutputColumn> columns,
    @Nullable Ranking ranking,
    List<SortKey> sortKeys,
    @Nullable Fixed limit,
    @Nullable Fixed offset)
    implements CheckedQuery {

  public CheckedRead {
    parameters = List.copyOf(parameters);
    columns = List.copyOf(columns);
    sortKeys = List.copyOf(sortKeys);
  }

  /** Whether the rows are groups; the columns that are not aggregates are then the group. */
  public boolean isAggregate() {
    return columns.stream().anyMatch(c -> c instanceof OutputColumn.Aggregated);
  }

  /** Whether the rows are groups of rows of the match: of an aggregate query, or distinct ones. */
  public boolean isGrouped() {
    return isDistinct || isAggregate();
  }

  /**
   * The variables whose ids decide between rows that are equal by every key, in that order: nodes
   * by their names, then edges by theirs.
   */
  public List<RowVariable> tieBreakers() {
    return match.visibleVariables().stream()
        .filter(v -> !v.isAnonymous())
        .sorted(
            Comparator.<RowVariable, Boolean>comparing(v -> v instanceof EdgeVariable)
                .thenComparing(RowVariable::name))
        .toList();
  }
}
