package io.omnigraph.graph;

import io.omnigraph.api.access.WriteGate;
import io.omnigraph.api.fault.FaultPoints;
import io.omnigraph.api.storage.Storage;
import io.omnigraph.api.storage.Storages;
import io.omnigraph.graph.store.DamagedGraphException;
import io.omnigraph.graph.store.GraphStore;
import io.omnigraph.graph.store.Head;
import io.omnigraph.graph.store.RootContent;
import io.omnigraph.graph.table.SegmentCache;
import io.omnigraph.graph.table.TableStore;
import io.omnigraph.schema.catalog.Schema;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Creates and opens graphs. Nothing here loads Lance: that waits until rows are touched. */
public final class Graphs {

  private static final String MAIN = "main";

  private Graphs() {}

  /**
   * Opens a graph. Writes nothing.
   *
   * @param uri its root: a path or a URI of a storage scheme
   * @throws GraphException when it cannot be opened
   */
  public static Graph open(String uri, FaultPoints faults) {
    Storage storage = storage(uri);
    return switch (inspect(storage)) {
      case GraphRoot.Open _ -> graph(new GraphStore(storage), faults);
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

  /**
   * The same graph with every write behind a gate.
   *
   * @param actor who does everything that is done through it; absent when nobody is named
   */
  public static Graph guarded(Graph graph, WriteGate gate, @Nullable String actor) {
    return new GuardedGraph(graph, gate, actor);
  }

  /**
   * Creates a graph with branch {@code main}, an empty table for each type, and a first commit.
   * What was written is removed again when the store fails on the way.
   *
   * @param actor recorded in the first commit
   * @throws GraphException when something is at the root already, or it cannot be written
   */
  public static Graph create(
      String uri, Schema schema, Optional<String> actor, FaultPoints faults) {
    GraphStore store = new GraphStore(storage(uri));
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

  /** What is at a root. Reads only, and no rows. */
  public static GraphRoot inspect(String uri) {
    return inspect(storage(uri));
  }

  /**
   * Removes what a creation that died has left, so that the graph can be created anew. The caller
   * makes sure that no creation is running.
   *
   * @return whether the root was {@link GraphRoot.Partial}; otherwise nothing was removed
   */
  public static boolean discardPartial(String uri) {
    Storage storage = storage(uri);
    if (!(inspect(storage) instanceof GraphRoot.Partial)) {
      return false;
    }
    GraphCreation.discard(storage);
    return true;
  }

  private static GraphRoot inspect(Storage storage) {
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
    } catch (DamagedGraphException | UncheckedIOException e) {
      return new GraphRoot.Unreadable(
          "the graph at '%s' cannot be read: %s".formatted(storage.root(), e.getMessage()));
    }
  }

  private static GraphRoot claimed(Storage storage, RootContent content) {
    GraphStore store = new GraphStore(storage);
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

  private static Graph graph(GraphStore store, FaultPoints faults) {
    return new StoredGraph(store, new TableStore(store.root(), cache()), faults);
  }

  private static SegmentCache cache() {
    try {
      return SegmentCache.shared();
    } catch (IllegalArgumentException e) {
      throw new GraphException(GraphException.Reason.UNREADABLE, String.valueOf(e.getMessage()), e);
    }
  }

  private static Storage storage(String uri) {
    try {
      return Storages.open(uri);
    } catch (IllegalArgumentException e) {
      throw new GraphException(GraphException.Reason.UNREADABLE, String.valueOf(e.getMessage()), e);
    }
  }
}
