package io.omnigraph.execute.mutation;

import io.omnigraph.graph.snapshot.Column;
import io.omnigraph.graph.snapshot.EdgeTable;
import io.omnigraph.query.check.CheckedStatement.Endpoint;

/** The ids of the nodes at one end of edges, as a column of the edges. */
record Endpoints(EdgeTable edges, Endpoint end) implements Column.Texts {

  @Override
  public boolean isNull(int row) {
    return false;
  }

  @Override
  public String get(int row) {
    return switch (end) {
      case FROM -> edges.source(row);
      case TO -> edges.target(row);
    };
  }
}
