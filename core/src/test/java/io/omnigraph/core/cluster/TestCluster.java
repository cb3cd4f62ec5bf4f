package io.omnigraph.core.cluster;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omnigraph.api.kind.ResourceKind;
import io.omnigraph.core.report.Report;
import io.omnigraph.core.samplekinds.LiveKinds;
import io.omnigraph.core.samplekinds.StoredGraph;
import io.omnigraph.ground.fault.FaultPoints;
import io.omnigraph.ground.json.Json;
import io.omnigraph.ground.process.StopRequest;
import io.omnigraph.ground.storage.Storage;
import io.omnigraph.ground.storage.Storages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;

/** A cluster in a temporary directory, with a fixed clock and counted ids. */
final class TestCluster {

  static final String STATE = "__cluster/state.json";
  static final String LOCK = "__cluster/lock.json";
  static final String RECOVERIES = "__cluster/recoveries";

  static final String SCHEMA = "node Vessel {\n  imo: String @key\n}\n";
  static final String WIDER = "node Vessel {\n  imo: String @key\n  flag: String?\n}\n";

  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-06-11T09:30:00Z"));

  private final Path directory;
  private final List<ResourceKind> kinds;
  private final AtomicInteger ids;
  private FaultPoints faults = FaultPoints.none();
  private StopRequest stop = StopRequest.never();

  private TestCluster(Path directory, List<ResourceKind> kinds, AtomicInteger ids) {
    this.directory = directory;
    this.kinds = kinds;
    this.ids = ids;
  }

  /** The fixture of docs/reference/cluster.md §26: nothing applied, no ledger. */
  static TestCluster in(Path directory, ResourceKind... more) {
    TestCluster cluster = new TestCluster(directory, LiveKinds.and(more), new AtomicInteger());
    cluster.config(
        """
          harbor:
            schema: harbor.pg
            queries: { vessel_by_imo: { file: berths.gq } }
        """);
    cluster.write("harbor.pg", SCHEMA);
    cluster.write("berths.gq", "query vessel_by_imo() {}\n");
    cluster.write("ops.policy.yaml", "version: 1\nrules: []\n");
    return cluster;
  }

  /** The same directory, seen by another process. */
  TestCluster another() {
    return new TestCluster(directory, kinds, ids);
  }

  /** Writes {@code cluster.yaml} with these graphs, indented by two, and the policy on harbor. */
  TestCluster config(String graphs) {
    return config(graphs, "[harbor]");
  }

  TestCluster config(String graphs, String appliesTo) {
    return write(
        "cluster.yaml",
        "version: 1\nmetadata: { name: portside }\nstate: { backend: cluster, lock: true }\n"
            + "graphs:\n"
            + graphs
            + "policies:\n  ops: { file: ops.policy.yaml, applies_to: "
            + appliesTo
            + " }\n");
  }

  /** Adds a graph {@code drydock} with one query. */
  TestCluster withDrydock() {
    write("drydock.pg", "node Dock {\n}\n");
    write("docks.gq", "query docks() {}\n");
    return config(
        """
          drydock:
            schema: drydock.pg
            queries: { docks: { file: docks.gq } }
          harbor:
            schema: harbor.pg
            queries: { vessel_by_imo: { file: berths.gq } }
        """);
  }

  /** Takes the graph {@code drydock} away again. */
  TestCluster withoutDrydock() {
    return config(
        """
          harbor:
            schema: harbor.pg
            queries: { vessel_by_imo: { file: berths.gq } }
        """);
  }

  TestCluster write(String name, String content) {
    try {
      Path file = directory.resolve(name);
      Files.createDirectories(Optional.ofNullable(file.getParent()).orElseThrow());
      Files.writeString(file, content);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  TestCluster stoppedBy(StopRequest request) {
    stop = request;
    return this;
  }

  TestCluster failing(FaultPoints points) {
    faults = points;
    return this;
  }

  Report run(Function<Cluster, Report> command) {
    var environment =
        new ClusterEnvironment(
            CLOCK, () -> "01J%023d".formatted(ids.incrementAndGet()), 4711, faults, stop);
    return command.apply(new Cluster(directory, kinds, environment));
  }

  ObjectNode plan() {
    return run(Cluster::plan).json();
  }

  ObjectNode apply() {
    return run(cluster -> cluster.apply(Optional.of("kei"))).json();
  }

  ObjectNode approve(String address) {
    return run(cluster -> cluster.approve(address, "kei")).json();
  }

  ObjectNode status() {
    return run(Cluster::status).json();
  }

  ObjectNode refresh() {
    return run(Cluster::refresh).json();
  }

  ObjectNode importState() {
    return run(Cluster::importState).json();
  }

  ObjectNode forceUnlock(String id) {
    return run(cluster -> cluster.forceUnlock(id)).json();
  }

  /** Imports. */
  TestCluster importCluster() {
    importState();
    return this;
  }

  /** Imports and applies. */
  TestCluster converged() {
    importState();
    apply();
    return this;
  }

  Path directory() {
    return directory;
  }

  Storage storage() {
    return Storages.open(directory.toString());
  }

  StoredGraph graph(String id) {
    return new StoredGraph(storage(), id);
  }

  /** Gives a graph a schema behind everybody's back. */
  TestCluster accepts(String id, String source) {
    graph(id).accept(source, storage());
    return this;
  }

  boolean has(String name) {
    return Files.exists(directory.resolve(name));
  }

  String read(String name) {
    try {
      return Files.readString(directory.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every file and directory below, with the content of files: what a command may have changed. */
  SortedMap<String, String> files() {
    SortedMap<String, String> all = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(directory)) {
      for (Path path : paths.toList()) {
        String name = directory.relativize(path).toString();
        all.put(name, Files.isDirectory(path) ? "/" : read(name));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all;
  }

  TestCluster delete(String name) {
    storage().deleteTree(name);
    return this;
  }

  ObjectNode state() {
    return json(STATE);
  }

  ObjectNode json(String name) {
    try {
      return (ObjectNode) Json.mapper().readTree(read(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Changes the ledger behind everybody's back. */
  TestCluster editState(java.util.function.Consumer<ObjectNode> edit) {
    ObjectNode state = state();
    edit.accept(state);
    return write(STATE, Json.pretty(state) + "\n");
  }

  List<String> sidecars() {
    return storage().list(RECOVERIES);
  }

  /** Leaves a sidecar as an interrupted operation does. */
  TestCluster sidecar(String operation, String graph, String desiredDigest, String approvalId) {
    return sidecar("01J00000000000000000000000", operation, graph, desiredDigest, approvalId);
  }

  TestCluster sidecar(
      String id, String operation, String graph, String desiredDigest, String approvalId) {
    ObjectNode sidecar =
        Json.object()
            .put("schema_version", 1)
            .put("operation_id", id)
            .put("started_at", "2026-06-11T09:00:00Z")
            .put("actor", "mo")
            .put("kind", operation)
            .put("graph_id", graph)
            .put("graph_uri", graph(graph).toString())
            .putNull("observed_manifest_version")
            .putNull("expected_manifest_version")
            .put("desired_schema_digest", desiredDigest)
            .putNull("state_cas_base");
    sidecar.put("approval_id", approvalId.isEmpty() ? null : approvalId);
    return write(RECOVERIES + "/" + id + ".json", Json.pretty(sidecar) + "\n");
  }

  /** The codes of a report's diagnostics, in order. */
  static List<String> codes(ObjectNode report) {
    return report.path("diagnostics").findValuesAsText("code");
  }

  /** The changes of a report: {@code create graph.harbor applied}. */
  static List<String> changes(ObjectNode report) {
    return report
        .path("changes")
        .valueStream()
        .map(change ->
            change.path("operation").asText()
                + " "
                + change.path("resource").asText()
                + " "
                + change.path("disposition").asText()
                + (change.has("reason") ? " " + change.path("reason").asText() : ""))
        .toList();
  }

  /** The status of a resource: {@code drifted schema_mismatch}. */
  String status(String address) {
    var status = state().path("resource_statuses").path(address);
    return (status.path("status").asText() + " " + status.path("conditions").path(0).asText())
        .strip();
  }
}
