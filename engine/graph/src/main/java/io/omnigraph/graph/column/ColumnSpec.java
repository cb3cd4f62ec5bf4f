package io.omnigraph.graph.column;

import io.omnigraph.values.PropertyType;
import io.omnigraph.values.Scalar;

/**
 * A column as it is stored.
 *
 * @param name in the files; never that of a property, so that renaming one writes no data
 * @param type of the values; whether they may be absent is not looked at
 */
public record ColumnSpec(String name, PropertyType type) {

  /** The ids of rows. */
  public static final ColumnSpec ID = new ColumnSpec("id", PropertyType.of(Scalar.STRING));

  /** The ids of the nodes that edges start at. */
  public static final ColumnSpec SOURCE = new ColumnSpec("src", PropertyType.of(Scalar.STRING));

  /** The ids of the nodes that edges end at. */
  public static final ColumnSpec TARGET = new ColumnSpec("dst", PropertyType.of(Scalar.STRING));
}
