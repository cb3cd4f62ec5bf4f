package io.omnigraph.store.schema;

import io.omnigraph.graph.GraphEngine;
import io.omnigraph.graph.GraphException;
import io.omnigraph.graph.GraphException.Reason;
import io.omnigraph.graph.World;
import io.omnigraph.graph.failure.GraphFailureException;
import io.omnigraph.graph.live.LiveSchema;
import io.omnigraph.graph.live.LiveSchemaException;
import io.omnigraph.graph.live.LiveSchemas;
import io.omnigraph.ground.fault.FaultPoints;
import io.omnigraph.ground.storage.Storage;
import io.omnigraph.ground.storage.Storages;
import io.omnigraph.store.cache.FileCache;
import io.omnigraph.store.commit.GraphStore;
import java.util.function.Supplier;

/** The schemas of the graphs of an engine. */
public final class GraphSchemas implements LiveSchemas {

  private final GraphEngine engine;
  private final Supplier<FileCache> cache;

  /**
   * The schemas of graphs.
   *
   * @param cache of the engine; asked for when a graph is open
   */
  public GraphSchemas(GraphEngine engine, Supplier<FileCache> cache) {
    this.engine = engine;
    this.cache = cache;
  }

  @Override
  public LiveSchema openReadOnly(String uri) {
    return open(uri, FaultPoints.none());
  }

  @Override
  public LiveSchema open(String uri, FaultPoints faults) {
    try {
      engine.open(uri, faults).close();
      World world = engine.world();
      Storage storage = Storages.open(uri, world.flush());
      GraphStore store = new GraphStore(storage, world, cache.get());
      return new ReportingSchema(new GraphSchema(store, cache.get(), faults));
    } catch (GraphException e) {
      throw e.reason() == Reason.MISSING
          ? LiveSchemaException.missing(String.valueOf(e.getMessage()), e)
          : LiveSchemaException.unreadable(String.valueOf(e.getMessage()), e);
    } catch (GraphFailureException e) {
      throw LiveSchemaException.unreadable(String.valueOf(e.getMessage()), e);
    }
  }
}
