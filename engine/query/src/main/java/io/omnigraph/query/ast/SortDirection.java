package io.omnigraph.query.ast;

/** The direction of an order. Null is smaller than every value. */
public enum SortDirection {
  ASCENDING,
  DESCENDING
}
