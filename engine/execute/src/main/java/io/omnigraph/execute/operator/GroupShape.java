package io.omnigraph.execute.operator;

import io.omnigraph.execute.result.ResultValues;
import io.omnigraph.values.PropertyType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes rows of the result out of the values of groups.
 *
 * @param cells one for each column
 */
record GroupShape(List<Cell> cells) {

  GroupShape {
    cells = List.copyOf(cells);
  }

  /** Where a cell comes from. */
  sealed interface Cell {

    /** From one value of the group. */
    record Value(int index, PropertyType type) implements Cell {}

    /**
     * From several values of the group, as an object.
     *
     * @param names of its members
     * @param members where they come from
     * @param presence the index of a value that is null where the object is; -1 when it never is
     */
    record Node(List<String> names, List<Value> members, int presence) implements Cell {

      public Node {
        names = List.copyOf(names);
        members = List.copyOf(members);
      }
    }
  }

  /** The row of a group. */
  @Nullable Object[] row(@Nullable Object[] values) {
    @Nullable Object[] row = new @Nullable Object[cells.size()];
    for (int i = 0; i < row.length; i++) {
      row[i] =
          switch (cells.get(i)) {
            case Cell.Value cell -> value(cell, values);
            case Cell.Node(var names, var members, var presence) ->
                presence >= 0 && values[presence] == null
                    ? null
                    : NodeObject.of(names, members.stream().map(m -> value(m, values)).toArray());
          };
    }
    return row;
  }

  private static @Nullable Object value(Cell.Value cell, @Nullable Object[] values) {
    return ResultValues.of(values[cell.index()], cell.type());
  }
}
