package io.omnigraph.schema.canonical;

import io.omnigraph.schema.catalog.Constraint;
import io.omnigraph.schema.catalog.Constraint.Bound;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The text that names a constraint within its type, and the order that follows from it. */
public final class ConstraintKeys {

  /** By key text. */
  public static final Comparator<Constraint> ORDER = Comparator.comparing(ConstraintKeys::key);

  private ConstraintKeys() {}

  /**
   * The key text: {@code unique:a,b}, {@code check:p:<pattern>}, {@code range:p:<min>:<max>} with
   * nothing for an open bound. Equal constraints have equal keys, whatever the order of columns.
   */
  public static String key(Constraint constraint) {
    return switch (constraint) {
      case Constraint.Key(var columns) -> "key:" + joined(columns);
      case Constraint.Unique(var columns) -> "unique:" + joined(columns);
      case Constraint.Index(var columns) -> "index:" + joined(columns);
      case Constraint.Range(var property, var min, var max) ->
          "range:" + property + ":" + text(min) + ":" + text(max);
      case Constraint.Check(var property, var pattern) -> "check:" + property + ":" + pattern;
    };
  }

  /** The same constraint with its columns by name. */
  public static Constraint withSortedColumns(Constraint constraint) {
    return switch (constraint) {
      case Constraint.Key(var columns) -> new Constraint.Key(sorted(columns));
      case Constraint.Unique(var columns) -> new Constraint.Unique(sorted(columns));
      case Constraint.Index(var columns) -> new Constraint.Index(sorted(columns));
      case Constraint.Range _, Constraint.Check _ -> constraint;
    };
  }

  private static List<String> sorted(List<String> columns) {
    return columns.stream().sorted().toList();
  }

  private static String joined(List<String> columns) {
    return String.join(",", sorted(columns));
  }

  private static String text(@Nullable Bound bound) {
    return switch (bound) {
      case null -> "";
      case Bound.Whole(var number) -> Long.toString(number);
      case Bound.Decimal(var number) -> Double.toString(number);
    };
  }
}
