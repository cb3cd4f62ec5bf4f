package io.omnigraph.plugin.policy;

import io.omnigraph.api.Address;
import io.omnigraph.plugin.policy.bundle.Attachment;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a bundle is bound to: the server, or one graph.
 *
 * @param graph the address of the graph; absent for the server
 */
record Binding(@Nullable Address graph) implements Comparable<Binding> {

  private static final String SERVER = "cluster";
  private static final String GRAPH_KIND = "graph";

  /** The binding that an entry of {@code applies_to} means; empty when it names no graph. */
  static Optional<Binding> written(String entry) {
    if (entry.equals(SERVER)) {
      return Optional.of(new Binding(null));
    }
    String address = entry.indexOf('.') < 0 ? GRAPH_KIND + "." + entry : entry;
    return recorded(address);
  }

  /** The binding that a ledger records; empty when the text is none. */
  static Optional<Binding> recorded(String text) {
    if (text.equals(SERVER)) {
      return Optional.of(new Binding(null));
    }
    return Address.parse(text).filter(a -> a.kind().equals(GRAPH_KIND)).map(Binding::new);
  }

  /** The address of the graph, if it is bound to one. */
  Optional<Address> target() {
    return Optional.ofNullable(graph);
  }

  /** What the bundle must fit. */
  Attachment attachment() {
    return graph == null ? Attachment.SERVER : Attachment.GRAPH;
  }

  @Override
  public int compareTo(Binding other) {
    return toString().compareTo(other.toString());
  }

  /** The form that ledgers record: {@code cluster} or {@code graph.harbor}. */
  @Override
  public String toString() {
    return graph == null ? SERVER : graph.toString();
  }
}
