package io.omnigraph.query.check;

import io.omnigraph.query.check.TypedExpression.Fixed;
import io.omnigraph.schema.catalog.GraphType.EdgeType;
import io.omnigraph.schema.catalog.GraphType.NodeType;
import io.omnigraph.schema.catalog.Property;
import java.util.List;

/** A statement whose names are resolved. */
public sealed interface CheckedStatement {

  /** Adds a node, or replaces the one with the same key. */
  record InsertNode(NodeType type, List<Assignment> assignments) implements CheckedStatement {

    public InsertNode {
      assignments = List.copyOf(assignments);
    }
  }

  /**
   * Adds an edge.
   *
   * @param from the id of the node that it starts at, of type {@code String}
   * @param to the id of the node that it ends at, of type {@code String}
   */
  record InsertEdge(EdgeType type, Fixed from, Fixed to, List<Assignment> assignments)
      implements CheckedStatement {

    public InsertEdge {
      assignments = List.copyOf(assignments);
    }
  }

  /** Changes properties of the nodes or edges for which a condition is true. */
  record Update(RowVariable row, List<Assignment> assignments, Condition condition)
      implements CheckedStatement {

    public Update {
      assignments = List.copyOf(assignments);
    }
  }

  /**
   * Removes the nodes or edges for which a condition is true; with nodes, all edges at them.
   *
   * @param row that the condition is about
   */
  record Delete(RowVariable row, Condition condition) implements CheckedStatement {}

  /**
   * A property and its new value, each property at most once in a statement.
   *
   * @param value of a type that fits the property's: the same scalar, a number for a number, or a
   *     {@code String} for a {@code Blob}; it may still be out of range, or null
   */
  record Assignment(Property property, Fixed value) {}
}
