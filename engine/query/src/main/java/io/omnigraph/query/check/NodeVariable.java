package io.omnigraph.query.check;

import io.omnigraph.schema.catalog.GraphType.NodeType;
import io.omnigraph.schema.catalog.Property;
import java.util.List;
import java.util.Optional;

/**
 * A variable that stands for a node.
 *
 * @param type of the nodes that it ranges over
 * @param isNullable whether an {@code optional} block introduces it, so that there are rows on
 *     which it has no node; everything about such a node is null, and no edge joins it
 */
public record NodeVariable(int slot, String name, NodeType type, boolean isNullable)
    implements RowVariable {

  @Override
  public List<NodeType> types() {
    return List.of(type);
  }

  @Override
  public Optional<Property> property(String property) {
    return type.property(property);
  }
}
