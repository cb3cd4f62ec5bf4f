package io.omnigraph.store.index;

import io.omnigraph.graph.column.ColumnSpec;
import io.omnigraph.schema.catalog.Constraint;
import io.omnigraph.schema.catalog.GraphType.EdgeType;
import io.omnigraph.store.table.TableLayout;
import io.omnigraph.values.PropertyType;
import io.omnigraph.values.Scalar;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The indexes that a type asks for (docs/reference/schema-language.md §7.2). Constraints over
 * several columns are served by the ids and in memory.
 *
 * @param sorted columns whose values and ranges are looked up
 * @param vectors columns whose nearest vectors are looked up
 * @param texts columns whose words are looked up
 */
record DeclaredIndexes(List<ColumnSpec> sorted, List<ColumnSpec> vectors, List<ColumnSpec> texts) {

  /** The indexes of the type of a table. */
  static DeclaredIndexes of(TableLayout layout) {
    Set<ColumnSpec> sorted = new LinkedHashSet<>();
    Set<ColumnSpec> vectors = new LinkedHashSet<>();
    Set<ColumnSpec> texts = new LinkedHashSet<>();
    sorted.add(ColumnSpec.ID);
    if (layout.type() instanceof EdgeType) {
      sorted.add(ColumnSpec.SOURCE);
      sorted.add(ColumnSpec.TARGET);
    }
    for (Constraint constraint : layout.type().constraints()) {
      List<String> columns = columns(constraint);
      if (columns.size() == 1) {
        ColumnSpec column = layout.columnOrEnd(columns.getFirst());
        if (isSorted(column.type())) {
          sorted.add(column);
        }
        if (column.type().scalar() == Scalar.VECTOR) {
          vectors.add(column);
        }
        if (isSearched(constraint, column.type())) {
          texts.add(column);
        }
      }
    }
    return new DeclaredIndexes(List.copyOf(sorted), List.copyOf(vectors), List.copyOf(texts));
  }

  private static List<String> columns(Constraint constraint) {
    return switch (constraint) {
      case Constraint.Key(var columns) -> columns;
      case Constraint.Unique(var columns) -> columns;
      case Constraint.Index(var columns) -> columns;
      case Constraint.Range _, Constraint.Check _ -> List.of();
    };
  }

  private static boolean isSorted(PropertyType type) {
    return !type.isList() && type.scalar().isOrdered();
  }

  private static boolean isSearched(Constraint constraint, PropertyType type) {
    return !(constraint instanceof Constraint.Unique)
        && !type.isList()
        && type.scalar() == Scalar.STRING;
  }
}
