package io.omnigraph.query.ast;

import java.util.Locale;

/** The functions over groups of rows. */
public enum AggregateFunction {
  COUNT,
  SUM,
  AVG,
  MIN,
  MAX;

  /** The name in queries. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
