package io.omnigraph.io.load;

import io.omnigraph.schema.catalog.GraphType.EdgeType;
import io.omnigraph.schema.catalog.GraphType.NodeType;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A record as a row of the graph; values are in the form that transactions take. */
sealed interface Row {

  /**
   * A node.
   *
   * @param explicitId the record's own; absent when it has none
   */
  record NodeRow(NodeType type, @Nullable String explicitId, Map<String, Object> values)
      implements Row {}

  /**
   * An edge.
   *
   * @param explicitId the record's own; absent when it has none
   */
  record EdgeRow(
      EdgeType type,
      @Nullable String explicitId,
      String from,
      String to,
      Map<String, Object> values)
      implements Row {}
}
