package io.omnigraph.schema.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A constraint on the rows of a type. Columns are in the order of the source. */
public sealed interface Constraint {

  /**
   * The columns identify a row: they are unique, required and give its id. Those of an edge are its
   * two ends, and properties.
   */
  record Key(List<String> columns) implements Constraint {

    public Key {
      columns = List.copyOf(columns);
    }
  }

  /** No two rows have the same values; a row with a null among them is exempt. */
  record Unique(List<String> columns) implements Constraint {

    public Unique {
      columns = List.copyOf(columns);
    }
  }

  /** An index over the columns is kept. Never changes a result. */
  record Index(List<String> columns) implements Constraint {

    public Index {
      columns = List.copyOf(columns);
    }
  }

  /** The value lies between two bounds, both inclusive; an absent bound is open. */
  record Range(String property, @Nullable Bound min, @Nullable Bound max) implements Constraint {}

  /** The pattern (RE2 syntax) is found somewhere in the value. */
  record Check(String property, String pattern) implements Constraint {}

  /** A bound as it was written. */
  sealed interface Bound {

    /** The bound as a number to compare with. */
    double value();

    /** A bound without a fraction. */
    record Whole(long number) implements Bound {

      @Override
      public double value() {
        return number;
      }
    }

    /** A bound with a fraction, or beyond 64 bits. */
    record Decimal(double number) implements Bound {

      @Override
      public double value() {
        return number;
      }
    }
  }
}
