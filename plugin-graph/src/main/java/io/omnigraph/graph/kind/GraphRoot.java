package io.omnigraph.graph.kind;

import io.omnigraph.api.Address;
import io.omnigraph.api.Digest;
import io.omnigraph.api.fault.FaultPoints;
import io.omnigraph.api.storage.Storage;
import io.omnigraph.graph.Graph;
import io.omnigraph.graph.GraphException;
import io.omnigraph.graph.GraphIds;
import io.omnigraph.graph.Graphs;
import io.omnigraph.graph.NoSuchTargetException;
import io.omnigraph.graph.UnfinishedCreation;
import io.omnigraph.graph.snapshot.ReadTarget;
import io.omnigraph.graph.snapshot.Snapshot;
import java.io.UncheckedIOException;

/**
 * The place of a graph below a cluster's storage root.
 *
 * @param id well-formed
 */
record GraphRoot(Storage storage, String id) {

  GraphRoot {
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

  /** The location in the form that is shown to people and that graphs are opened by. */
  String uri() {
    return storage.locate(key());
  }

  /** Whether anything is there, graph or not. */
  boolean exists() {
    return storage.exists(key());
  }

  /** Whether nothing is there but what an interrupted creation can have written. */
  boolean holdsNothingForeign() {
    return UnfinishedCreation.isAllThatIsAt(storage, key());
  }

  /** Removes everything that is there. */
  void remove() {
    storage.deleteTree(key());
  }

  /** Looks at what is there, without changing it. */
  Look look() {
    if (!exists()) {
      return new Look.Nothing();
    }
    try (Graph graph = Graphs.open(uri(), FaultPoints.none())) {
      Snapshot head = graph.snapshot(ReadTarget.main());
      return new Look.Open(head.commit().version(), head.schema().digest());
    } catch (GraphException | NoSuchTargetException | UncheckedIOException e) {
      return new Look.Unopenable(String.valueOf(e.getMessage()));
    }
  }

  private String key() {
    return "graphs/" + id + ".omni";
  }

  /** What is at a root. */
  sealed interface Look {

    /** Nothing at all. */
    record Nothing() implements Look {}

    /**
     * A graph.
     *
     * @param version of branch {@code main}
     * @param schema the digest of the schema's source
     */
    record Open(long version, Digest schema) implements Look {}

    /** Something that does not open as a graph. */
    record Unopenable(String reason) implements Look {}
  }
}
