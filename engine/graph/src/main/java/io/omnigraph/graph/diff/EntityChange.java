package io.omnigraph.graph.diff;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of a node or an edge (docs/reference/graph-engine.md §7).
 *
 * @param tableKey such as {@code node:Person}
 * @param kind {@code node} or {@code edge}
 * @param manifestVersion the version of the state in which it is as reported
 * @param endpoints of an edge; absent for a node
 * @param before its values in the first state, by property: all of them when it is gone, those that
 *     changed when it has others now; absent when it is new
 * @param after its values in the second state, in the same way; absent when it is gone
 */
public record EntityChange(
    String tableKey,
    String kind,
    String typeName,
    String id,
    ChangeOp op,
    long manifestVersion,
    @Nullable Endpoints endpoints,
    @Nullable Map<String, JsonNode> before,
    @Nullable Map<String, JsonNode> after) {

  public EntityChange {
    before = before == null ? null : Collections.unmodifiableMap(new LinkedHashMap<>(before));
    after = after == null ? null : Collections.unmodifiableMap(new LinkedHashMap<>(after));
  }

  /** The ids of the nodes that an edge starts and ends at. */
  public record Endpoints(@Nullable String src, @Nullable String dst) {}
}
