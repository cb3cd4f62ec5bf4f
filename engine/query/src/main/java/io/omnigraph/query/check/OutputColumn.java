package io.omnigraph.query.check;

import io.omnigraph.values.PropertyType;
import java.util.List;

/** A column of a result. */
public sealed interface OutputColumn {

  /** The column's name: the alias, or the name that the expression gives. */
  String name();

  /** A column whose values are of a property type. */
  sealed interface Typed extends OutputColumn {

    /** The type of its values. */
    PropertyType type();
  }

  /** The value of an expression for a row, or for all rows of a group. */
  record Plain(String name, TypedExpression value) implements Typed {

    @Override
    public PropertyType type() {
      return value.type();
    }
  }

  /** A value over the rows of a group. */
  record Aggregated(String name, TypedAggregate value) implements Typed {

    @Override
    public PropertyType type() {
      return value.type();
    }
  }

  /**
   * A node as an object, for a row or for all rows of a group; null where the node is missing.
   * Groups and distinct rows are made by the values of its members.
   *
   * @param members at least one, in order; their names differ
   */
  record Node(String name, RowVariable variable, List<Member> members) implements OutputColumn {

    public Node {
      members = List.copyOf(members);
    }
  }

  /** A member of an object: the id of the node, or a property. */
  record Member(String name, TypedExpression value) {}
}
