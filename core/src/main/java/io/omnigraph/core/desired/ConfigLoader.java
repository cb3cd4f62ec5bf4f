package io.omnigraph.core.desired;

import io.omnigraph.api.Address;
import io.omnigraph.api.kind.Declared;
import io.omnigraph.api.kind.ResourceKind;
import io.omnigraph.core.desired.ClusterFile.Outcome;
import io.omnigraph.core.kinds.Kinds;
import io.omnigraph.ground.Diagnostic;
import io.omnigraph.ground.Digest;
import io.omnigraph.ground.yaml.ConfigNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Loads config directories (docs/reference/cluster.md §2). */
public final class ConfigLoader {

  private final Kinds kinds;
  private final ClusterShape shape;

  /**
   * A loader for the keys of the registered kinds.
   *
   * @throws IllegalArgumentException when two kinds own the same key
   */
  public ConfigLoader(Kinds kinds) {
    this.kinds = kinds;
    this.shape = ClusterShape.of(kinds);
  }

  /** Reads everything: {@code cluster.yaml} and every source that it names. */
  public LoadedConfig load(Path directory) {
    return switch (new ClusterFile(shape).read(directory)) {
      case Outcome.Rejected(var diagnostics) -> rejected(directory, diagnostics);
      case Outcome.Document(var root) -> declare(directory, root);
    };
  }

  /** Reads {@code cluster.yaml} alone and checks the keys that belong to no kind. */
  public LoadedConfig loadHeader(Path directory) {
    return switch (new ClusterFile(shape).read(directory)) {
      case Outcome.Rejected(var diagnostics) -> rejected(directory, diagnostics);
      case Outcome.Document(var root) -> {
        HeaderCheck.Checked checked = new HeaderCheck(directory, root).check();
        yield new LoadedConfig(
            directory, Optional.of(checked.header()), Optional.empty(), checked.diagnostics());
      }
    };
  }

  private static LoadedConfig rejected(Path directory, List<Diagnostic> diagnostics) {
    return new LoadedConfig(directory, Optional.empty(), Optional.empty(), diagnostics);
  }

  private LoadedConfig declare(Path directory, ConfigNode.Fields root) {
    HeaderCheck.Checked checked = new HeaderCheck(directory, root).check();
    var declarations = new Declarations(directory);
    shape.sections().forEach(section -> declarations.declare(section, root));
    SortedMap<Address, Declared> resources = composed(declarations.resources());
    Digest digest = ConfigDigest.of(new CanonicalForm(shape).of(root), resources);
    List<Diagnostic> diagnostics = new ArrayList<>(checked.diagnostics());
    diagnostics.addAll(declarations.diagnostics());
    if (diagnostics.stream().noneMatch(Diagnostic::isError)) {
      // What is broken may be what is missing here, and says so itself.
      diagnostics.addAll(new DependencyCheck(resources, declarations.places()).problems());
    }
    return new LoadedConfig(
        directory,
        Optional.of(checked.header()),
        Optional.of(new DesiredState(digest, resources)),
        diagnostics);
  }

  /** Gives composites their digests, owned ones before their owners. */
  private SortedMap<Address, Declared> composed(SortedMap<Address, Declared> declared) {
    SortedMap<Address, Digest> digests = new TreeMap<>();
    declared.forEach((address, resource) -> {
      if (resource.digest() != null) {
        digests.put(address, resource.digest());
      }
    });
    SortedMap<Address, Declared> complete = new TreeMap<>(declared);
    kinds.inOrder().reversed().stream()
        .flatMap(kind -> declared.values().stream().filter(it -> isOf(kind, it)))
        .filter(resource -> resource.digest() == null)
        .forEach(resource -> {
          Digest digest = composed(resource, digests);
          digests.put(resource.address(), digest);
          complete.put(resource.address(), resource.withDigest(digest));
        });
    return complete;
  }

  private static boolean isOf(ResourceKind kind, Declared resource) {
    return resource.address().kind().equals(kind.name());
  }

  private Digest composed(Declared resource, SortedMap<Address, Digest> digests) {
    return kinds
        .compose(resource.address(), digests)
        .orElseThrow(() ->
            new IllegalStateException(
                "`" + resource.address() + "` has no digest and its kind composes none"));
  }
}
