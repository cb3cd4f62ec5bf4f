package io.omnigraph.query.check;

import io.omnigraph.query.ast.SortDirection;

/** A key of the order of rows. */
public sealed interface SortKey {

  /** The direction in which rows follow each other. */
  SortDirection direction();

  /**
   * Rows by a property or a system field, which need not be a column. Never where rows are groups.
   */
  record ByValue(TypedExpression value, SortDirection direction) implements SortKey {}

  /**
   * Rows by a column of the result.
   *
   * @param column its index; the column is an {@link OutputColumn.Typed}
   */
  record ByColumn(int column, SortDirection direction) implements SortKey {}

  /** Groups by a value that is not a column. Only in an aggregate query. */
  record ByAggregate(TypedAggregate value, SortDirection direction) implements SortKey {}
}
