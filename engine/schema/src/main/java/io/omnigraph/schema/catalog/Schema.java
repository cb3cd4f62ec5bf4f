package io.omnigraph.schema.catalog;

import io.omnigraph.ground.Digest;
import io.omnigraph.schema.catalog.GraphType.EdgeType;
import io.omnigraph.schema.catalog.GraphType.InterfaceType;
import io.omnigraph.schema.catalog.GraphType.NodeType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A checked schema. Types are in the order of the source.
 *
 * @param source the text that it was compiled from, verbatim
 */
public record Schema(
    String source, List<InterfaceType> interfaces, List<NodeType> nodes, List<EdgeType> edges) {

  public Schema {
    interfaces = List.copyOf(interfaces);
    nodes = List.copyOf(nodes);
    edges = List.copyOf(edges);
  }

  /** The schema without a type. */
  public static Schema empty() {
    return new Schema("", List.of(), List.of(), List.of());
  }

  /** The digest of the source's bytes. */
  public Digest digest() {
    return Digest.of(source);
  }

  /** The node type of exactly this name. */
  public Optional<NodeType> node(String name) {
    return nodes.stream().filter(n -> n.name().equals(name)).findFirst();
  }

  /** The edge type of exactly this name. */
  public Optional<EdgeType> edge(String name) {
    return edges.stream().filter(e -> e.name().equals(name)).findFirst();
  }

  /** The edge type of this name: an exact match, else one that differs in case only. */
  public Optional<EdgeType> edgeIgnoringCase(String name) {
    String folded = name.toLowerCase(Locale.ROOT);
    return edge(name)
        .or(() ->
            edges.stream()
                .filter(e -> e.name().toLowerCase(Locale.ROOT).equals(folded))
                .findFirst());
  }
}
