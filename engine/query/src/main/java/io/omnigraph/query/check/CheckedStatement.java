package io.omnigraph.query.check;

import io.omnigraph.query.ast.Comparison;
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

  /** Changes properties of the nodes for which a predicate holds. */
  record UpdateNodes(NodeType type, List<Assignment> assignments, PropertyPredicate predicate)
      implements CheckedStatement {

    public UpdateNodes {
      assignments = List.copyOf(assignments);
    }
  }

  /** Removes the nodes for which a predicate holds, with their edges. */
  record DeleteNodes(NodeType type, PropertyPredicate predicate) implements CheckedStatement {}

  /** Removes the edges for which a predicate holds. */
  record DeleteEdges(EdgeType type, Predicate predicate) implements CheckedStatement {}

  /**
   * A property and its new value, each property at most once in a statement.
   *
   * @param value of a type that fits the property's: the same scalar, a number for a number, or a
   *     {@code String} for a {@code Blob}; it may still be out of range, or null
   */
  record Assignment(Property property, Fixed value) {}

  /** A condition on a node or an edge. */
  sealed interface Predicate {

    /** How the property or id is compared with the value. */
    Comparison comparison();

    /** What is compared with; when it is null, nothing matches. */
    Fixed value();
  }

  /** A condition on a scalar property. */
  record PropertyPredicate(Property property, Comparison comparison, Fixed value)
      implements Predicate {}

  /** A condition on the id of a node that an edge joins. */
  record EndpointPredicate(Endpoint endpoint, Comparison comparison, Fixed value)
      implements Predicate {}

  /** The ends of an edge. */
  enum Endpoint {
    FROM,
    TO
  }
}
