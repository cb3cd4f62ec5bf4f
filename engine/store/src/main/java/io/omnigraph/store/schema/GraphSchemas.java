package io.omnigraph.store.schema;

import io.omnigraph.graph.GraphException;
import io.omnigraph.graph.GraphException.Reason;
import io.omnigraph.graph.Graphs;
import io.omnigraph.graph.failure.GraphFailureException;
import io.omnigraph.graph.live.LiveSchema;
import io.omnigraph.graph.live.LiveSchemaException;
import io.omnigraph.graph.live.LiveSchemas;
import io.omnigraph.ground.fault.FaultPoints;
import io.omnigraph.ground.storage.Storages;
import io.omnigraph.store.commit.GraphStore;

/** The schemas of the graphs of this engine. Found through {@link java.util.ServiceLoader}. */
public final class GraphSchemas implements LiveSchemas {

  /** Called by {@link java.util.ServiceLoader}. */
  public GraphSchemas() {}

  @Override
  public LiveSchema openReadOnly(String uri) {
    return open(uri, FaultPoints.none());
  }

  @Override
  public LiveSchema open(String uri, FaultPoints faults) {
    try {
      Graphs.open(uri, faults).close();
      return new ReportingSchema(new GraphSchema(new GraphStore(Storages.open(uri)), faults));
    } catch (GraphException e) {
      throw e.reason() == Reason.MISSING
          ? LiveSchemaException.missing(String.valueOf(e.getMessage()), e)
          : LiveSchemaException.unreadable(String.valueOf(e.getMessage()), e);
    } catch (GraphFailureException e) {
      throw LiveSchemaException.unreadable(String.valueOf(e.getMessage()), e);
    }
  }
}
