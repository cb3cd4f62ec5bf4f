package io.omnigraph.plugin.schema.kind;

import io.omnigraph.api.Address;
import io.omnigraph.api.kind.ControlContext;
import io.omnigraph.api.kind.DeclareContext;
import io.omnigraph.api.kind.Declared;
import io.omnigraph.api.kind.Recorded;
import io.omnigraph.api.kind.SourceFile;
import io.omnigraph.ground.Diagnostic;
import io.omnigraph.ground.fault.FaultPoints;
import io.omnigraph.ground.storage.Storage;
import io.omnigraph.ground.storage.Storages;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a kind sees of a cluster whose files and ledger are maps. */
final class InMemoryCluster implements DeclareContext, ControlContext {

  static final String ROOT = "/srv/portside";

  final Map<String, String> files = new HashMap<>();
  final List<Diagnostic> diagnostics = new ArrayList<>();
  final Map<Address, Declared> declared = new TreeMap<>();
  final Map<Address, Recorded> recorded = new TreeMap<>();

  @Override
  public Path resolve(String written) {
    return Path.of("config").resolve(written);
  }

  @Override
  public SourceFile read(Path path) throws IOException {
    String text = files.get(path.getFileName().toString());
    if (text == null) {
      throw new IOException("no such file");
    }
    return new SourceFile(path, text);
  }

  @Override
  public void report(Diagnostic diagnostic) {
    diagnostics.add(diagnostic);
  }

  @Override
  public void declare(Declared resource) {
    declared.put(resource.address(), resource);
  }

  @Override
  public List<Declared> declaredOf(String kind) {
    return declared.values().stream().filter(d -> d.address().kind().equals(kind)).toList();
  }

  @Override
  public Optional<Declared> declared(Address address) {
    return Optional.ofNullable(declared.get(address));
  }

  @Override
  public Optional<Recorded> recorded(Address address) {
    return Optional.ofNullable(recorded.get(address));
  }

  @Override
  public Storage storage() {
    return Storages.open(ROOT);
  }

  @Override
  public Optional<String> actor() {
    return Optional.of("kei");
  }

  @Override
  public InstantSource clock() {
    return InstantSource.fixed(Instant.parse("2026-06-11T09:00:00Z"));
  }

  @Override
  public FaultPoints faults() {
    return FaultPoints.none();
  }
}
