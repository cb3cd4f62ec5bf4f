package io.omnigraph.query.check;

import io.omnigraph.query.parameter.Parameter;
import io.omnigraph.schema.catalog.Property;
import io.omnigraph.values.PropertyType;
import io.omnigraph.values.Scalar;
import org.jspecify.annotations.Nullable;

/** An expression whose names are resolved. */
public sealed interface TypedExpression {

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
  record Constant(Object value, PropertyType type) implements Fixed {}

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

  /** A property of a node; null where the node is missing. */
  record PropertyValue(NodeVariable variable, Property property) implements TypedExpression {

    @Override
    public PropertyType type() {
      return variable.isNullable() ? property.type().nullable() : property.type();
    }
  }

  /**
   * The id of a node; null where the node is missing. Stands in projections and in {@link
   * Condition.IsNull} only.
   */
  record NodeId(NodeVariable variable) implements TypedExpression {

    private static final PropertyType TYPE = PropertyType.of(Scalar.STRING);

    @Override
    public PropertyType type() {
      return variable.isNullable() ? TYPE.nullable() : TYPE;
    }
  }

  /**
   * Whether a text search matches a node. A null field or a null query never matches; the value is
   * false then, not null.
   *
   * @param field of type {@code String}
   * @param query of type {@code String}
   * @param maxEdits an integer, for {@link Mode#FUZZY} only; absent for the default
   */
  record TextMatch(Mode mode, PropertyValue field, Fixed query, @Nullable Fixed maxEdits)
      implements TypedExpression {

    private static final PropertyType TYPE = PropertyType.of(Scalar.BOOL);

    /** The kinds of text search. */
    public enum Mode {
      SEARCH,
      MATCH_TEXT,
      FUZZY
    }

    @Override
    public PropertyType type() {
      return TYPE;
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
