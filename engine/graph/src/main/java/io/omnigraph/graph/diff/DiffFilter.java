package io.omnigraph.graph.diff;

import io.omnigraph.schema.catalog.GraphType;
import io.omnigraph.schema.catalog.GraphType.NodeType;
import java.util.Set;

/**
 * Which differences are wanted. An empty set stands for all.
 *
 * @param kinds {@code node} and {@code edge}
 * @param typeNames exact names of types
 */
public record DiffFilter(Set<String> kinds, Set<String> typeNames, Set<ChangeOp> ops) {

  /** Everything. */
  public static final DiffFilter ALL = new DiffFilter(Set.of(), Set.of(), Set.of());

  public DiffFilter {
    kinds = Set.copyOf(kinds);
    typeNames = Set.copyOf(typeNames);
    ops = Set.copyOf(ops);
  }

  public boolean takes(GraphType type) {
    return (kinds.isEmpty() || kinds.contains(kind(type)))
        && (typeNames.isEmpty() || typeNames.contains(type.name()));
  }

  public boolean takes(ChangeOp op) {
    return ops.isEmpty() || ops.contains(op);
  }

  public static String kind(GraphType type) {
    return type instanceof NodeType ? "node" : "edge";
  }
}
