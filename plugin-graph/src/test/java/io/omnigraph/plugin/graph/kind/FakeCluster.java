package io.omnigraph.plugin.graph.kind;

import io.omnigraph.api.Address;
import io.omnigraph.api.kind.ControlContext;
import io.omnigraph.api.kind.Declared;
import io.omnigraph.api.kind.Recorded;
import io.omnigraph.api.kind.SourceFile;
import io.omnigraph.ground.Digest;
import io.omnigraph.ground.fault.FaultPoints;
import io.omnigraph.ground.source.SourceText;
import io.omnigraph.ground.storage.Storage;
import io.omnigraph.ground.storage.Storages;
import io.omnigraph.schema.SchemaCompiler;
import io.omnigraph.schema.catalog.Schema;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** A cluster in a directory whose configuration and ledger a test sets. */
final class FakeCluster implements ControlContext {

  private final Storage storage;
  private final Map<Address, Declared> declared = new HashMap<>();
  private final Map<Address, Recorded> recorded = new HashMap<>();
  private FaultPoints faults = FaultPoints.none();

  FakeCluster(Path directory) {
    storage = Storages.open(directory.toString());
  }

  /** Declares a graph with a schema. */
  FakeCluster declaring(String graph, String source) {
    Address address = GraphPlace.schemaAddress(graph);
    declared.put(
        address,
        Declared.file(address, new SourceFile(Path.of("s.pg"), source)).withModel(schema(source)));
    return this;
  }

  /** Records a resource. */
  FakeCluster recording(Address address, Digest digest) {
    recorded.put(address, new Recorded(digest, new TreeMap<>(), new TreeSet<>()));
    return this;
  }

  /** Makes durable work fail at a point. */
  FakeCluster failingAt(String point) {
    faults =
        reached -> {
          if (reached.equals(point)) {
            throw new io.omnigraph.ground.fault.InjectedFault(point);
          }
        };
    return this;
  }

  static Schema schema(String source) {
    return SchemaCompiler.compile(new SourceText("s.pg", source)).schema().orElseThrow();
  }

  @Override
  public Storage storage() {
    return storage;
  }

  @Override
  public Optional<String> actor() {
    return Optional.of("kei");
  }

  @Override
  public InstantSource clock() {
    return InstantSource.fixed(Instant.parse("2026-06-11T09:22:00Z"));
  }

  @Override
  public FaultPoints faults() {
    return faults;
  }

  @Override
  public Optional<Declared> declared(Address address) {
    return Optional.ofNullable(declared.get(address));
  }

  @Override
  public Optional<Recorded> recorded(Address address) {
    return Optional.ofNullable(recorded.get(address));
  }
}
