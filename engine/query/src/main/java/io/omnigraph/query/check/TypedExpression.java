package io.omnigraph.query.check;

import io.omnigraph.query.ast.SystemField;
import io.omnigraph.query.parameter.Parameter;
import io.omnigraph.schema.catalog.Property;
import io.omnigraph.values.PropertyType;
import io.omnigraph.values.Scalar;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An expression whose names are resolved. */
public sealed interface TypedExpression
    permits TypedExpression.Fixed,
        TypedExpression.PropertyValue,
        TypedExpression.SystemValue,
        TypedExpression.TextMatch,
        TypedExpression.Score,
        TypedExpression.Computed,
        Condition {

  /** The type of its values. */
  PropertyType type();

  /** An expression that has the same value for every row of a run. */
  sealed interface Fixed extends TypedExpression {}

  /**
   * A literal.
   *
   * @param value in the forms of {@link io.omnigraph.graph.snapshot.Column}: {@link Long}, {@link
   *     Double}, {@link Boolean}, {@link String}, {@code float[]} for vectors, or a {@link
   *     java.util.List} of the first four. A number has the form that was written, whatever it is
   *     compared with or assigned to; only a list that is used as a vector is converted
   */
  record Constant(Object value, PropertyType type) implements Fixed {

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Constant(Object same, PropertyType known)
          && Objects.deepEquals(value, same)
          && type.equals(known);
    }

    @Override
    public int hashCode() {
      return 31 * Arrays.deepHashCode(new Object[] {value}) + type.hashCode();
    }
  }

  /**
   * A literal that stands for no value, such as a date that does not exist. The query is correct,
   * but running it fails.
   *
   * @param message what running it fails with
   */
  record Unusable(String message, PropertyType type) implements Fixed {}

  /** A null that is written out; stands in assignments only. */
  record Null(PropertyType type) implements Fixed {}

  /** The value of a parameter. */
  record ParameterValue(Parameter parameter) implements Fixed {

    @Override
    public PropertyType type() {
      return parameter.type();
    }
  }

  /** The instant of the run, in milliseconds; the same wherever it stands. */
  record Now() implements Fixed {

    private static final PropertyType TYPE = PropertyType.of(Scalar.DATE_TIME);

    @Override
    public PropertyType type() {
      return TYPE;
    }
  }

  /**
   * A list of constants, of which the nulls are left out.
   *
   * @param elements scalars of comparable types
   */
  record ListOf(List<Fixed> elements, PropertyType type) implements Fixed {

    public ListOf {
      elements = List.copyOf(elements);
    }
  }

  /** A condition that is about no row. */
  record FixedTruth(Condition condition) implements Fixed {

    @Override
    public PropertyType type() {
      return condition.type();
    }
  }

  /** A property of a node or an edge; null where that is missing. */
  record PropertyValue(RowVariable variable, Property property) implements TypedExpression {

    @Override
    public PropertyType type() {
      return variable.isNullable() ? property.type().nullable() : property.type();
    }
  }

  /**
   * What every node or edge has; null where it is missing.
   *
   * @param field the id; of edges also the others
   */
  record SystemValue(RowVariable variable, SystemField field) implements TypedExpression {

    private static final PropertyType TYPE = PropertyType.of(Scalar.STRING);

    /** The id of a node or an edge. */
    public static SystemValue id(RowVariable variable) {
      return new SystemValue(variable, SystemField.ID);
    }

    @Override
    public PropertyType type() {
      return variable.isNullable() ? TYPE.nullable() : TYPE;
    }
  }

  /**
   * A condition whose truth is worked out once for each row and kept with it.
   *
   * @param slot of the row that holds it
   */
  record Computed(int slot, Condition condition) implements TypedExpression {

    @Override
    public PropertyType type() {
      return condition.type();
    }
  }

  /**
   * Whether a text search matches a node; null where the field or the query is. A query without
   * words matches nothing.
   *
   * @param field of type {@code String}
   * @param query of type {@code String}
   * @param maxEdits an integer, for {@link Mode#FUZZY} only; absent for the default
   */
  record TextMatch(Mode mode, PropertyValue field, Fixed query, @Nullable Fixed maxEdits)
      implements TypedExpression {

    /** The kinds of text search. */
    public enum Mode {
      SEARCH,
      MATCH_TEXT,
      FUZZY
    }

    /** The variable whose nodes are searched. */
    public NodeVariable variable() {
      return (NodeVariable) field.variable();
    }

    @Override
    public PropertyType type() {
      PropertyType truth = PropertyType.of(Scalar.BOOL);
      boolean isNullable = field.type().isNullable() || query.type().isNullable();
      return isNullable ? truth.nullable() : truth;
    }
  }

  /** The score that a ranking gives a node; null for a node that is not in the ranking. */
  record Score(Ranking ranking) implements TypedExpression {

    private static final PropertyType TYPE = PropertyType.of(Scalar.F64).nullable();

    @Override
    public PropertyType type() {
      return TYPE;
    }
  }
}
