package io.omnigraph.core.desired;

import io.omnigraph.ground.Diagnostic;
import io.omnigraph.ground.source.SourceSpan;
import io.omnigraph.ground.source.SourceText;
import io.omnigraph.ground.source.TextFile;
import io.omnigraph.ground.yaml.ConfigNode;
import io.omnigraph.ground.yaml.YamlDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads {@code cluster.yaml} and checks its shape (docs/reference/cluster.md §2.5, steps 1 to 4).
 */
final class ClusterFile {

  static final String NAME = "cluster.yaml";

  /** Keys that are kept free for kinds to come, unless an installed kind owns them. */
  private static final Set<String> RESERVED =
      Set.of(
          "apply", "env_file", "providers", "pipelines", "embeddings", "ui", "aliases", "bindings");

  private final ClusterShape shape;

  ClusterFile(ClusterShape shape) {
    this.shape = shape;
  }

  /** What reading came to. */
  sealed interface Outcome {

    /** A document of the right shape. */
    record Document(ConfigNode.Fields root) implements Outcome {}

    /** None; each finding is an error. */
    record Rejected(List<Diagnostic> diagnostics) implements Outcome {

      public Rejected {
        diagnostics = List.copyOf(diagnostics);
      }

      Rejected(Diagnostic diagnostic) {
        this(List.of(diagnostic));
      }
    }
  }

  Outcome read(Path directory) {
    if (!Files.isDirectory(directory)) {
      return new Outcome.Rejected(
          Diagnostic.error(
              "config_dir_not_found",
              directory.toString(),
              "`" + directory + "` is not a directory; name the one that holds `" + NAME + "`"));
    }
    Path file = directory.resolve(NAME);
    try {
      return check(new SourceText(file.toString(), TextFile.read(file)));
    } catch (IOException e) {
      return new Outcome.Rejected(
          Diagnostic.error(
              "cluster_config_read_error", NAME, "cannot read `" + file + "`: " + e.getMessage()));
    }
  }

  private Outcome check(SourceText source) {
    YamlDocument document = YamlDocument.read(source);
    List<Diagnostic> keys = duplicateKeys(document);
    keys.addAll(reservedKeys(document, source));
    if (!keys.isEmpty()) {
      return new Outcome.Rejected(keys);
    }
    List<Diagnostic> malformed =
        document.problems().stream()
            .map(problem -> invalid(problem.message(), problem.span()))
            .toList();
    if (!malformed.isEmpty()) {
      return new Outcome.Rejected(malformed);
    }
    return document
        .root()
        .map(root -> checkShape(root, source))
        .orElseGet(() ->
            new Outcome.Rejected(invalid("the file is empty; expected a map", source.span(0, 0))));
  }

  private static List<Diagnostic> duplicateKeys(YamlDocument document) {
    List<Diagnostic> found = new ArrayList<>();
    for (YamlDocument.Problem problem : document.problems()) {
      if (problem instanceof YamlDocument.DuplicateKey(var path, var message, var span)) {
        found.add(Diagnostic.error("duplicate_yaml_key", path, message).at(span));
      }
    }
    return found;
  }

  private List<Diagnostic> reservedKeys(YamlDocument document, SourceText source) {
    List<Diagnostic> found = new ArrayList<>();
    if (document.root().orElse(null) instanceof ConfigNode.Fields root) {
      root.values()
          .forEach((key, value) -> {
            if (isReserved(key)) {
              found.add(reserved(key, KeyPlace.of(key, value, source)));
            }
          });
    }
    for (YamlDocument.Problem problem : document.problems()) {
      if (problem instanceof YamlDocument.DuplicateKey(var path, _, var span) && isReserved(path)) {
        found.add(reserved(path, span));
      }
    }
    return found;
  }

  private boolean isReserved(String key) {
    return RESERVED.contains(key) && !shape.hasSection(key);
  }

  private static Diagnostic reserved(String key, SourceSpan span) {
    String message =
        "the key `%s` on line %d is reserved and no installed plugin owns it; remove it"
            .formatted(key, span.line());
    return Diagnostic.error("future_phase_field", key, message).at(span);
  }

  private Outcome checkShape(ConfigNode root, SourceText source) {
    List<Diagnostic> problems = ShapeCheck.problems(shape.document(), root, source);
    return problems.isEmpty()
        ? new Outcome.Document((ConfigNode.Fields) root)
        : new Outcome.Rejected(problems);
  }

  private static Diagnostic invalid(String message, SourceSpan span) {
    return Diagnostic.error("invalid_cluster_yaml", NAME, message + " (line " + span.line() + ")")
        .at(span);
  }
}
