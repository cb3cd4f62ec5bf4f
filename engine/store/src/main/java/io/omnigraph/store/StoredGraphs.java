package io.omnigraph.store;

import io.omnigraph.graph.DamagedGraphException;
import io.omnigraph.graph.Graph;
import io.omnigraph.graph.GraphEngine;
import io.omnigraph.graph.GraphException;
import io.omnigraph.graph.GraphRoot;
import io.omnigraph.graph.World;
import io.omnigraph.graph.live.LiveSchemas;
import io.omnigraph.graph.maintenance.CacheCounts;
import io.omnigraph.ground.fault.FaultPoints;
import io.omnigraph.ground.storage.Storage;
import io.omnigraph.ground.storage.Storages;
import io.omnigraph.schema.catalog.Schema;
import io.omnigraph.store.cache.FileCache;
import io.omnigraph.store.commit.GraphStore;
import io.omnigraph.store.commit.Head;
import io.omnigraph.store.commit.RootContent;
import io.omnigraph.store.maintenance.Residents;
import io.omnigraph.store.schema.GraphSchemas;
import io.omnigraph.store.table.TableStore;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Graphs in storage. Nothing here loads Lance: that waits until rows are touched. */
final class StoredGraphs implements GraphEngine {

  private static final String MAIN = "main";

  private final World world;
  private final Residents residents = new Residents();
  private @Nullable FileCache cache;

  StoredGraphs(World world) {
    this.world = world;
  }

  @Override
  public World world() {
    return world;
  }

  @Override
  public Graph open(String uri, FaultPoints faults) {
    Storage storage = storage(uri);
    return switch (inspect(storage)) {
      case GraphRoot.Open _ -> graph(store(storage), faults);
      case GraphRoot.Absent _ ->
          throw new GraphException(
              GraphException.Reason.MISSING,
              "no graph at '%s': `%s` not found".formatted(storage.root(), GraphStore.CLAIM));
      case GraphRoot.Partial _ ->
          throw new GraphException(
              GraphException.Reason.UNREADABLE,
              "the creation of the graph at '%s' has not ended: branch `main` not found"
                  .formatted(storage.root()));
      case GraphRoot.Unreadable(var reason) ->
          throw new GraphException(GraphException.Reason.UNREADABLE, reason);
    };
  }

  @Override
  public Graph create(String uri, Schema schema, Optional<String> actor, FaultPoints faults) {
    GraphStore store = store(storage(uri));
    try {
      new GraphCreation(store, faults).run(schema, actor);
    } catch (UncheckedIOException e) {
      throw new GraphException(
          GraphException.Reason.UNREADABLE,
          "cannot create a graph at '%s': %s".formatted(store.root(), e.getMessage()),
          e);
    }
    return graph(store, faults);
  }

  @Override
  public GraphRoot inspect(String uri) {
    return inspect(storage(uri));
  }

  @Override
  public boolean discardPartial(String uri) {
    Storage storage = storage(uri);
    if (!(inspect(storage) instanceof GraphRoot.Partial)) {
      return false;
    }
    GraphCreation.discard(storage);
    return true;
  }

  @Override
  public boolean isLeftByCreation(String uri) {
    return CreationRemains.isAll(storage(uri));
  }

  @Override
  public void removeLeftByCreation(String uri) {
    CreationRemains.remove(storage(uri));
  }

  @Override
  public LiveSchemas schemas() {
    return new GraphSchemas(this, this::cache);
  }

  @Override
  public CacheCounts caches() {
    return cache().counts();
  }

  private GraphRoot inspect(Storage storage) {
    try {
      RootContent content = RootContent.of(storage);
      if (content.isEmpty()) {
        return new GraphRoot.Absent();
      }
      if (!content.isClaimed()) {
        return new GraphRoot.Unreadable(
            "'%s' is not a graph: `%s` not found among its files"
                .formatted(storage.root(), GraphStore.CLAIM));
      }
      Optional<String> problem = content.problem();
      return problem
          .<GraphRoot>map(GraphRoot.Unreadable::new)
          .orElseGet(() -> claimed(storage, content));
    } catch (GraphException e) {
      return new GraphRoot.Unreadable(String.valueOf(e.getMessage()));
    } catch (DamagedGraphException | UncheckedIOException e) {
      return new GraphRoot.Unreadable(
          "the graph at '%s' cannot be read: %s".formatted(storage.root(), e.getMessage()));
    }
  }

  private GraphRoot claimed(Storage storage, RootContent content) {
    GraphStore store = store(storage);
    Optional<Head> main = store.head(MAIN);
    if (main.isEmpty()) {
      return content.isOnlyCreation()
          ? new GraphRoot.Partial()
          : new GraphRoot.Unreadable(
              "the graph at '%s' is damaged: branch `main` not found".formatted(storage.root()));
    }
    store.schema(main.get().commit().schemaDigest());
    return new GraphRoot.Open(main.get().commit().schemaDigest(), main.get().commit().version());
  }

  private Graph graph(GraphStore store, FaultPoints faults) {
    JvmFlags.check();
    TableStore tables = new TableStore(store.root(), world, cache(), store::delta);
    return new StoredGraph(store, tables, residents, faults);
  }

  private GraphStore store(Storage storage) {
    return new GraphStore(storage, world, cache());
  }

  private synchronized FileCache cache() {
    FileCache known = cache;
    if (known == null) {
      try {
        known = FileCache.in(world.environment());
      } catch (IllegalArgumentException e) {
        throw new GraphException(
            GraphException.Reason.UNREADABLE, String.valueOf(e.getMessage()), e);
      }
      cache = known;
    }
    return known;
  }

  private Storage storage(String uri) {
    try {
      return Storages.open(uri, world.flush());
    } catch (IllegalArgumentException e) {
      throw new GraphException(GraphException.Reason.UNREADABLE, String.valueOf(e.getMessage()), e);
    }
  }
}
