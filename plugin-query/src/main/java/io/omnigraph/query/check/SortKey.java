package io.omnigraph.query.check;

import io.omnigraph.query.ast.SortDirection;
import io.omnigraph.query.check.TypedExpression.PropertyValue;

/** A key of the order of rows. */
public sealed interface SortKey {

  /** The direction in which rows follow each other. */
  SortDirection direction();

  /** Rows by a property, which need not be a column. Never in an aggregate query. */
  record ByProperty(PropertyValue value, SortDirection direction) implements SortKey {}

  /**
   * Rows by a column of the result.
   *
   * @param column its index
   */
  record ByColumn(int column, SortDirection direction) implements SortKey {}
}
