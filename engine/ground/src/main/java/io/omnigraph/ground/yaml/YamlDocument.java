package io.omnigraph.ground.yaml;

import io.omnigraph.ground.source.SourceSpan;
import io.omnigraph.ground.source.SourceText;
import java.util.List;
import java.util.Optional;

/**
 * A YAML 1.2 text (JSON schema: only {@code true} and {@code false} are booleans) as a tree with
 * places. Every problem of the text is a value; nothing is thrown for bad input.
 *
 * @param root the tree; empty when the text cannot be parsed, or holds nothing
 * @param problems what is wrong with the text, in its order
 */
public record YamlDocument(Optional<ConfigNode> root, List<Problem> problems) {

  public YamlDocument {
    problems = List.copyOf(problems);
  }

  /** What is wrong with a text. */
  public sealed interface Problem {

    /** Where. */
    SourceSpan span();

    /** One sentence for people. */
    String message();
  }

  /** The text is not YAML, or uses what configuration files must not: merge keys, anchors, tags. */
  public record Malformed(String message, SourceSpan span) implements Problem {}

  /**
   * A key that its map has already. The first value stays.
   *
   * @param path the dotted path of the key, list items by index: {@code rules[1].id}
   */
  public record DuplicateKey(String path, String message, SourceSpan span) implements Problem {}

  /** Reads a text. */
  public static YamlDocument read(SourceText source) {
    return new YamlReader(source).read();
  }
}
