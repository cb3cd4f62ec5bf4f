package io.omnigraph.execute.operator;

import io.omnigraph.graph.snapshot.Column;
import io.omnigraph.graph.snapshot.Table;
import io.omnigraph.query.ast.Comparison;
import io.omnigraph.values.PropertyType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A condition on one column of a table, for statements that change the rows that it holds for.
 *
 * @param type of the column's values
 * @param value that they are compared with; absent for null, which nothing matches
 * @param valueType of that value
 */
public record Matching(
    Column column,
    PropertyType type,
    Comparison comparison,
    @Nullable Object value,
    PropertyType valueType) {

  /** The ids of the live rows that the condition holds for, in the order of the rows. */
  public List<String> ids(Table table) {
    PairTest test = Comparisons.of(column, type, comparison, ConstantColumn.of(value), valueType);
    List<String> ids = new ArrayList<>();
    for (int row = 0; row < table.size(); row++) {
      if (table.isLive(row) && test.test(row, 0)) {
        ids.add(table.id(row));
      }
    }
    return ids;
  }
}
