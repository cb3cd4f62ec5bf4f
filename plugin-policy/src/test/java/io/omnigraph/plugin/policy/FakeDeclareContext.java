package io.omnigraph.plugin.policy;

import io.omnigraph.api.Address;
import io.omnigraph.api.kind.DeclareContext;
import io.omnigraph.api.kind.Declared;
import io.omnigraph.api.kind.SourceFile;
import io.omnigraph.ground.Diagnostic;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A run of declarations over files in memory. */
final class FakeDeclareContext implements DeclareContext {

  final List<Diagnostic> diagnostics = new ArrayList<>();
  private final SortedMap<Address, Declared> resources = new TreeMap<>();
  private final Map<String, String> files;

  FakeDeclareContext(Map<String, String> files, String... graphs) {
    this.files = files;
    for (String graph : graphs) {
      declare(Declared.composite(new Address("graph", graph)));
    }
  }

  @Override
  public Path resolve(String written) {
    return Path.of(written);
  }

  @Override
  public SourceFile read(Path path) throws IOException {
    String text = files.get(path.toString());
    if (text == null) {
      throw new NoSuchFileException("no such file");
    }
    return new SourceFile(path, text);
  }

  @Override
  public void report(Diagnostic diagnostic) {
    diagnostics.add(diagnostic);
  }

  @Override
  public void declare(Declared resource) {
    resources.put(resource.address(), resource);
  }

  @Override
  public Optional<Declared> declared(Address address) {
    return Optional.ofNullable(resources.get(address));
  }

  @Override
  public List<Declared> declaredOf(String kind) {
    return resources.values().stream().filter(r -> r.address().kind().equals(kind)).toList();
  }

  /** The findings as {@code code path}. */
  List<String> found() {
    return diagnostics.stream().map(d -> d.code() + " " + d.path()).toList();
  }
}
