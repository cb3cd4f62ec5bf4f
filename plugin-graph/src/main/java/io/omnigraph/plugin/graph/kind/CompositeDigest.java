package io.omnigraph.plugin.graph.kind;

import io.omnigraph.api.Address;
import io.omnigraph.ground.Digest;
import java.util.Map;
import java.util.SortedMap;

/**
 * The digest of a graph with everything it owns (docs/reference/cluster.md §4): words joined and
 * ended by a zero byte; the schema first, also where it is missing, then the others by address.
 */
final class CompositeDigest {

  private CompositeDigest() {}

  static Digest of(Address graph, SortedMap<Address, Digest> owned) {
    Address schema = GraphPlace.schemaAddress(graph.name());
    Digest schemaDigest = owned.get(schema);
    StringBuilder text = new StringBuilder();
    append(text, GraphKind.NAME, graph.name(), schema.kind());
    append(text, schemaDigest == null ? "" : schemaDigest.hex());
    for (Map.Entry<Address, Digest> part : owned.entrySet()) {
      Address address = part.getKey();
      if (!address.equals(schema)) {
        append(text, address.kind(), address.tail().orElse(address.name()), part.getValue().hex());
      }
    }
    return Digest.of(text.toString());
  }

  private static void append(StringBuilder text, String... words) {
    for (String word : words) {
      text.append(word).append('\0');
    }
  }
}
