package io.omnigraph.query.check;

import io.omnigraph.query.check.TypedExpression.Fixed;
import io.omnigraph.query.check.TypedExpression.PropertyValue;
import org.jspecify.annotations.Nullable;

/** An order of the nodes of one variable by how well they fit a query. */
public sealed interface Ranking {

  /** The variable whose nodes are ranked. */
  NodeVariable variable();

  /** A ranking that can be fused with another. */
  sealed interface Single extends Ranking {}

  /**
   * The nodes whose vector is nearest, nearest first. The score is the distance.
   *
   * @param field a vector that is not in a list
   * @param query a vector of the field's dimension, or a {@code String} to be embedded
   */
  record Nearest(PropertyValue field, Fixed query) implements Single {

    @Override
    public NodeVariable variable() {
      return (NodeVariable) field.variable();
    }
  }

  /**
   * The nodes whose text has at least one token of the query, best first.
   *
   * @param field of type {@code String}
   * @param query of type {@code String}
   */
  record Bm25(PropertyValue field, Fixed query) implements Single {

    @Override
    public NodeVariable variable() {
      return (NodeVariable) field.variable();
    }
  }

  /**
   * The union of two rankings of the same variable, fused by reciprocal ranks, best first.
   *
   * @param k an integer; absent for the default
   */
  record Fused(Single first, Single second, @Nullable Fixed k) implements Ranking {

    @Override
    public NodeVariable variable() {
      return first.variable();
    }
  }
}
