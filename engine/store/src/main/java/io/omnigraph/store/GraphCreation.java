package io.omnigraph.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omnigraph.graph.GraphException;
import io.omnigraph.ground.fault.FaultPoints;
import io.omnigraph.ground.json.Json;
import io.omnigraph.ground.storage.Storage;
import io.omnigraph.schema.catalog.GraphType;
import io.omnigraph.schema.catalog.Property;
import io.omnigraph.schema.catalog.Schema;
import io.omnigraph.store.change.Publisher;
import io.omnigraph.store.commit.CommitRecord;
import io.omnigraph.store.commit.GraphFaults;
import io.omnigraph.store.commit.GraphStore;
import io.omnigraph.store.commit.RootContent;
import io.omnigraph.store.commit.TableEntry;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Makes a graph: claim, schema, first commit, ref of {@code main}. It is there once the ref is. A
 * table gets files with its first rows, so an empty graph costs four small ones.
 */
final class GraphCreation {

  private final GraphStore store;
  private final FaultPoints faults;

  GraphCreation(GraphStore store, FaultPoints faults) {
    this.store = store;
    this.faults = faults;
  }

  void run(Schema schema, Optional<String> actor) {
    claim();
    try {
      writeClaimed(schema, actor);
    } catch (UncheckedIOException e) {
      discardAfter(e);
      throw e;
    }
  }

  /** Removes what creation writes. */
  static void discard(Storage storage) {
    storage.deleteTree("refs");
    storage.deleteTree("commits");
    storage.deleteTree("schemas");
    // The claim goes last: as long as it stands, what is left is known to be a creation's.
    storage.delete(GraphStore.CLAIM);
  }

  private void discardAfter(UncheckedIOException failure) {
    try {
      discard(store.storage());
    } catch (UncheckedIOException e) {
      failure.addSuppressed(e);
    }
  }

  private void writeClaimed(Schema schema, Optional<String> actor) {
    faults.reached(GraphFaults.CREATE_CLAIMED);
    store.writeSchema(schema);
    faults.reached(GraphFaults.CREATE_SCHEMA_WRITTEN);
    CommitRecord genesis = genesis(schema, actor);
    store.writeCommit(genesis);
    faults.reached(GraphFaults.CREATE_COMMIT_WRITTEN);
    if (!store.createBranch("main", genesis)) {
      throw exists();
    }
    faults.reached(GraphFaults.CREATE_REF_WRITTEN);
  }

  private void claim() {
    if (!RootContent.of(store.storage()).isEmpty()) {
      throw exists();
    }
    ObjectNode claim = Json.object();
    claim.put("format_version", RootContent.FORMAT);
    claim.put("graph_id", store.world().freshId());
    if (!store.storage().putIfAbsent(GraphStore.CLAIM, GraphStore.bytes(claim))) {
      throw exists();
    }
  }

  private GraphException exists() {
    return new GraphException(
        GraphException.Reason.EXISTS, "graph already initialized at '%s'".formatted(store.root()));
  }

  private CommitRecord genesis(Schema schema, Optional<String> actor) {
    SortedMap<String, TableEntry> tables = new TreeMap<>();
    int next = 1;
    for (GraphType type :
        Stream.<GraphType>concat(schema.nodes().stream(), schema.edges().stream()).toList()) {
      TableEntry table = TableEntry.empty("t" + next++);
      for (Property property : type.properties()) {
        table = table.withProperty(property.name());
      }
      tables.put(type.tableKey(), table);
    }
    return new CommitRecord(
        CommitRecord.FORMAT,
        store.world().freshId(),
        "main",
        1,
        null,
        null,
        actor.orElse(null),
        Publisher.micros(store.world().now()),
        "init",
        schema.digest().hex(),
        next,
        tables,
        new TreeMap<>(),
        new TreeSet<>(),
        null,
        new TreeMap<>());
  }
}
