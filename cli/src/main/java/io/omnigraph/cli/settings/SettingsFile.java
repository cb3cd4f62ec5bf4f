package io.omnigraph.cli.settings;

import io.omnigraph.api.command.CommandFailure;
import io.omnigraph.ground.source.SourceText;
import io.omnigraph.ground.source.TextFile;
import io.omnigraph.ground.yaml.ConfigNode;
import io.omnigraph.ground.yaml.YamlDocument;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A settings file that was read. Immutable.
 *
 * @param path as messages name it
 * @param base the directory that relative paths in it are resolved against
 * @param root its content; without keys for an empty file
 */
record SettingsFile(Path path, Path base, ConfigNode.Fields root) {

  /** The settings of somebody who has no file. */
  static SettingsFile absent(Path base) {
    var nowhere = new SourceText("", "").span(0, 0);
    return new SettingsFile(base, base, new ConfigNode.Fields(Map.of(), nowhere));
  }

  /**
   * Reads a file and warns about keys that nobody knows.
   *
   * @throws CommandFailure when it cannot be read or is not a YAML map
   */
  static SettingsFile read(Path path, KnownKeys keys, String broken, PrintWriter err) {
    String text;
    try {
      text = TextFile.read(path);
    } catch (IOException e) {
      throw CommandFailure.failed(broken + " " + path + ": cannot be read", e);
    }
    YamlDocument document = YamlDocument.read(new SourceText(path.toString(), text));
    for (YamlDocument.Problem problem : document.problems()) {
      throw CommandFailure.failed(broken + " " + problem.span().place() + ": " + problem.message());
    }
    ConfigNode root = document.root().orElse(absent(path).root());
    if (root instanceof ConfigNode.Null) {
      root = absent(path).root();
    }
    if (!(root instanceof ConfigNode.Fields fields)) {
      throw CommandFailure.failed(
          broken + " " + path + ": expected a map, found " + root.described());
    }
    for (String warning : keys.warnings(fields)) {
      err.println("warning: " + path + ": " + warning);
    }
    Path absolute = path.toAbsolutePath();
    Path parent = absolute.getParent();
    return new SettingsFile(path, parent == null ? absolute : parent, fields);
  }

  /**
   * The text of a key, given as its parts; numbers and booleans as they are written in JSON.
   *
   * @throws CommandFailure when a list or a map stands there
   */
  Optional<String> text(String... keys) {
    return node(keys).map(node -> scalar(node, String.join(".", keys)));
  }

  /** The names below a key. */
  List<String> names(String... keys) {
    return node(keys)
        .map(node -> node instanceof ConfigNode.Fields f ? f.values().keySet() : List.<String>of())
        .map(List::copyOf)
        .orElse(List.of());
  }

  private Optional<ConfigNode> node(String... keys) {
    ConfigNode at = root;
    for (String key : keys) {
      if (!(at instanceof ConfigNode.Fields fields) || fields.field(key).isEmpty()) {
        return Optional.empty();
      }
      at = fields.values().get(key);
    }
    return at instanceof ConfigNode.Null ? Optional.empty() : Optional.ofNullable(at);
  }

  private String scalar(ConfigNode node, String key) {
    return switch (node) {
      case ConfigNode.Text(var value, _) -> value;
      case ConfigNode.Int(var value, _) -> value.toString();
      case ConfigNode.Decimal(var value, _) -> Double.toString(value);
      case ConfigNode.Bool(var value, _) -> Boolean.toString(value);
      case ConfigNode.Null _, ConfigNode.Items _, ConfigNode.Fields _ ->
          throw CommandFailure.failed(
              node.span().place() + ": `" + key + "` expects a text, found " + node.described());
    };
  }
}
