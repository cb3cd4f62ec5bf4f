package io.omnigraph.core.desired;

import io.omnigraph.ground.source.SourceSpan;
import io.omnigraph.ground.source.SourceText;
import io.omnigraph.ground.yaml.ConfigNode;
import java.util.List;

/** Finds the key that a value belongs to, for messages about the key. */
final class KeyPlace {

  private KeyPlace() {}

  /**
   * The place of a key: before its value on the same line, or on the line above that is neither
   * blank nor a comment. The place of the value where the key is written in another way.
   */
  static SourceSpan of(String key, ConfigNode value, SourceText source) {
    List<String> lines = source.text().lines().toList();
    int line = value.span().line() - 1;
    if (line >= lines.size()) {
      return value.span();
    }
    int column = lines.get(line).lastIndexOf(key, value.span().column() - 2);
    if (column < 0) {
      line = lineAbove(lines, line);
      column = line < 0 ? -1 : lines.get(line).lastIndexOf(key);
    }
    return column < 0 ? value.span() : span(source, line, column, key.length());
  }

  private static int lineAbove(List<String> lines, int line) {
    int above = line - 1;
    while (above >= 0 && (lines.get(above).isBlank() || isComment(lines.get(above)))) {
      above--;
    }
    return above;
  }

  private static boolean isComment(String line) {
    return line.stripLeading().startsWith("#");
  }

  private static SourceSpan span(SourceText source, int line, int column, int length) {
    int start = 0;
    for (int i = 0; i < line; i++) {
      start = source.text().indexOf('\n', start) + 1;
    }
    return source.span(start + column, start + column + length);
  }
}
