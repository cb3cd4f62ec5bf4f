package io.omnigraph.plugin.graph.kind;

import io.omnigraph.api.Address;
import io.omnigraph.graph.GraphIds;
import io.omnigraph.graph.GraphRoot;
import io.omnigraph.ground.storage.Storage;
import io.omnigraph.ground.storage.StorageView;
import io.omnigraph.plugin.schema.ProcessEngine;

/**
 * The place of a graph below a cluster's storage root.
 *
 * @param id well-formed
 */
record GraphPlace(StorageView storage, String id) {

  GraphPlace {
    if (!GraphIds.isWellFormed(id)) {
      throw new IllegalArgumentException("not a graph id: `" + id + "`");
    }
  }

  static Address graphAddress(String id) {
    return new Address(GraphKind.NAME, id);
  }

  static Address schemaAddress(String id) {
    return new Address("schema", id);
  }

  /** The graph's root in the form that is shown to people and that graphs are opened by. */
  String uri() {
    return storage.locate(key());
  }

  /** Whether anything is there, graph or not. */
  boolean exists() {
    return storage.exists(key());
  }

  /** What is there; an empty directory is not nothing, but no graph either. */
  GraphRoot look() {
    GraphRoot found = ProcessEngine.get().inspect(uri());
    return found instanceof GraphRoot.Absent && exists()
        ? new GraphRoot.Unreadable("'" + uri() + "' is empty")
        : found;
  }

  /** Removes everything that is there. */
  void remove(Storage cluster) {
    cluster.deleteTree(key());
  }

  private String key() {
    return "graphs/" + id + ".omni";
  }
}
