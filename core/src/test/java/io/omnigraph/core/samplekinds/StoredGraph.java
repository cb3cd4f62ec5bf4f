package io.omnigraph.core.samplekinds;

import io.omnigraph.ground.Digest;
import io.omnigraph.ground.storage.Storage;
import io.omnigraph.ground.storage.StorageView;
import io.omnigraph.ground.storage.StoredObject;
import java.util.Optional;

/**
 * A stand-in for a graph: a folder whose file {@code schema.pg} is the accepted schema. Without
 * that file it does not open.
 */
public record StoredGraph(StorageView storage, String id) {

  /** Written while the graph is being created, and by nobody else. */
  public static final String UNFINISHED = "unfinished";

  String root() {
    return "graphs/" + id + ".omni";
  }

  String uri() {
    return storage.locate(root());
  }

  /** Whether anything stands at the root. */
  public boolean exists() {
    return storage.exists(root());
  }

  /** The accepted schema; empty when the graph is missing or does not open. */
  public Optional<String> schema() {
    return storage.get(root() + "/schema.pg").map(StoredObject::text);
  }

  Optional<Digest> live() {
    return schema().map(Digest::of);
  }

  boolean holdsOnlyUnfinished() {
    return storage.list(root()).stream().allMatch(UNFINISHED::equals);
  }

  void begin(Storage cluster) {
    cluster.put(root() + "/" + UNFINISHED, new byte[0]);
  }

  /** Accepts a schema. */
  public void accept(String source, Storage cluster) {
    cluster.put(root() + "/schema.pg", source.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  /** Removes everything. */
  public void remove(Storage cluster) {
    cluster.deleteTree(root());
  }
}
