package io.omnigraph.query.check;

import io.omnigraph.schema.catalog.GraphType.NodeType;

/**
 * A variable that stands for a node.
 *
 * @param slot its number among all variables of the query, from 0, without gaps; those of a {@code
 *     not} block come after those of the block around it that were written before
 * @param name without the {@code $}; {@code _} for an anonymous one, of which there may be several
 * @param type of the nodes that it ranges over
 * @param isNullable whether an {@code optional} block introduces it, so that there are rows on
 *     which it has no node; everything about such a node is null, and no edge joins it
 */
public record NodeVariable(int slot, String name, NodeType type, boolean isNullable) {

  /** Whether the query cannot refer to it. */
  public boolean isAnonymous() {
    return name.equals("_");
  }
}
