package io.omnigraph.core.samplekinds;

import io.omnigraph.api.kind.DeclareContext;
import io.omnigraph.api.kind.ResourceKind;
import io.omnigraph.api.kind.SourceFile;
import io.omnigraph.core.kinds.Kinds;
import io.omnigraph.ground.Diagnostic;
import io.omnigraph.ground.Names;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The sample kinds together. */
public final class SampleKinds {

  private SampleKinds() {}

  /** All four, in an order in which they must not stay. */
  public static List<ResourceKind> all() {
    return List.of(new SamplePolicy(), new SampleQuery(), new SampleSchema(), new SampleGraph());
  }

  /** All four, registered. */
  public static Kinds kinds() {
    return Kinds.of(all());
  }

  /** All four and some more, registered. */
  public static Kinds kindsAnd(ResourceKind... more) {
    List<ResourceKind> kinds = new ArrayList<>(all());
    kinds.addAll(List.of(more));
    return Kinds.of(kinds);
  }

  static void checkName(String name, String path, DeclareContext context) {
    if (!Names.isValid(name)) {
      context.report(Diagnostic.error("invalid_resource_id", path, "`" + name + "` is not a name"));
    }
  }

  static Optional<SourceFile> source(
      String written, String code, String path, DeclareContext context) {
    try {
      return Optional.of(context.read(context.resolve(written)));
    } catch (IOException e) {
      String message = "cannot read `%s`: %s".formatted(written, e.getMessage());
      context.report(Diagnostic.error(code, path, message));
      return Optional.empty();
    }
  }
}
