package io.omnigraph.core.desired;

import io.omnigraph.api.Address;
import io.omnigraph.api.config.ConfigEntry;
import io.omnigraph.api.kind.DeclareContext;
import io.omnigraph.api.kind.Declared;
import io.omnigraph.api.kind.ResourceKind;
import io.omnigraph.api.kind.SourceFile;
import io.omnigraph.core.desired.ClusterShape.Section;
import io.omnigraph.ground.Diagnostic;
import io.omnigraph.ground.source.SourceSpan;
import io.omnigraph.ground.source.TextFile;
import io.omnigraph.ground.source.WrittenPath;
import io.omnigraph.ground.yaml.ConfigNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Lets the kinds declare their resources, and collects what they declare and report. */
final class Declarations {

  private final Path directory;
  private final Map<Path, SourceFile> files = new HashMap<>();
  private final SortedMap<Address, Declared> resources = new TreeMap<>();
  private final Map<Address, SourceSpan> places = new HashMap<>();
  private final List<Diagnostic> diagnostics = new ArrayList<>();

  Declarations(Path directory) {
    this.directory = directory;
  }

  /** Every resource so far, by address; composites have no digest yet. */
  SortedMap<Address, Declared> resources() {
    return new TreeMap<>(resources);
  }

  /** Where resources are declared. */
  Map<Address, SourceSpan> places() {
    return Map.copyOf(places);
  }

  /** Every finding so far, in the order of reporting. */
  List<Diagnostic> diagnostics() {
    return List.copyOf(diagnostics);
  }

  /** The entries of a section by name; for each entry the kinds in their order. */
  void declare(Section section, ConfigNode.Fields root) {
    if (!(root.field(section.name()).orElse(null) instanceof ConfigNode.Fields(var entries, _))) {
      return;
    }
    SortedMap<String, ConfigNode> byName = new TreeMap<>(ByteOrder.OF_TEXT);
    byName.putAll(entries);
    byName.forEach((name, fields) -> {
      var entry = new ConfigEntry(section.name(), name, (ConfigNode.Fields) fields);
      section.declaring().forEach(kind -> kind.declare(entry, new Context(kind, fields.span())));
    });
  }

  /** What one kind sees while it declares. */
  private final class Context implements DeclareContext {

    private final ResourceKind kind;

    private final SourceSpan place;

    Context(ResourceKind kind, SourceSpan place) {
      this.kind = kind;
      this.place = place;
    }

    @Override
    public Path resolve(String written) {
      return WrittenPath.in(directory, written);
    }

    @Override
    public SourceFile read(Path path) throws IOException {
      SourceFile read = files.get(path.toAbsolutePath());
      if (read == null) {
        read = new SourceFile(path, TextFile.read(path));
        files.put(path.toAbsolutePath(), read);
      }
      return read.path().equals(path) ? read : new SourceFile(path, read.text());
    }

    @Override
    public void report(Diagnostic diagnostic) {
      diagnostics.add(diagnostic);
    }

    @Override
    public void declare(Declared resource) {
      Address address = resource.address();
      if (!address.kind().equals(kind.name())) {
        throw new IllegalArgumentException(
            "the kind `" + kind.name() + "` declared `" + address + "`, which is not its own");
      }
      if (!kind.attributes().containsAll(resource.attributes().keySet())) {
        throw new IllegalArgumentException(
            "`" + address + "` has attributes that its kind does not name");
      }
      if (resources.putIfAbsent(address, resource) != null) {
        throw new IllegalArgumentException("`" + address + "` was declared twice");
      }
      places.put(address, place);
    }

    @Override
    public Optional<Declared> declared(Address address) {
      return Optional.ofNullable(resources.get(address));
    }

    @Override
    public List<Declared> declaredOf(String wanted) {
      return resources.values().stream()
          .filter(resource -> resource.address().kind().equals(wanted))
          .toList();
    }
  }
}
