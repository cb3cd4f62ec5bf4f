package io.omnigraph.store.diff;

import io.omnigraph.graph.column.ColumnSpec;
import io.omnigraph.graph.column.Values;
import io.omnigraph.graph.snapshot.Column;
import io.omnigraph.store.table.TableRows;
import io.omnigraph.values.Identity;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Values of some rows of a table. */
public final class PickedRows {

  private PickedRows() {}

  /**
   * The values of a column.
   *
   * @param rows in any order; -1 for a row that is not there
   * @return in the order of the rows; null where there is no row or no value
   */
  public static List<@Nullable Object> values(TableRows table, ColumnSpec spec, int[] rows) {
    int[] wanted = Arrays.stream(rows).filter(row -> row >= 0).sorted().distinct().toArray();
    @Nullable Object[] values = new @Nullable Object[rows.length];
    if (wanted.length == 0) {
      return Arrays.asList(values);
    }
    Column taken = table.take(spec, wanted);
    for (int i = 0; i < rows.length; i++) {
      int at = Arrays.binarySearch(wanted, rows[i]);
      values[i] = at < 0 || taken.isNull(at) ? null : Values.at(taken, at);
    }
    return Arrays.asList(values);
  }

  /** The values of a column that has one in each of the rows. */
  static List<Object> present(TableRows table, ColumnSpec spec, int[] rows) {
    return values(table, spec, rows).stream().map(Objects::requireNonNull).toList();
  }

  /** Whether two values, either of which may be absent, are equal by content. */
  public static boolean isEqual(@Nullable Object one, @Nullable Object other) {
    if (one == null || other == null) {
      return one == null && other == null;
    }
    return Identity.exact(one).equals(Identity.exact(other));
  }
}
