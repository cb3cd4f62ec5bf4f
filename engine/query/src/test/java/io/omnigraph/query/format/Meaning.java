package io.omnigraph.query.format;

import io.omnigraph.ground.source.SourceSpan;
import io.omnigraph.query.ast.QueryFile;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes syntax trees without their places, so that those of two texts can be compared. */
final class Meaning {

  private Meaning() {}

  static String of(@Nullable Object node) {
    return switch (node) {
      case null -> "none";
      case List<?> list ->
          list.stream().map(Meaning::of).collect(Collectors.joining(", ", "[", "]"));
      case QueryFile file ->
          (file.explain() == null ? "queries" : "explained ") + of(file.queries());
      case Record tree ->
          Stream.of(tree.getClass().getRecordComponents())
              .filter(component -> component.getType() != SourceSpan.class)
              .map(component -> of(value(tree, component)))
              .collect(Collectors.joining(", ", tree.getClass().getSimpleName() + "(", ")"));
      default -> node.toString();
    };
  }

  private static @Nullable Object value(Record tree, RecordComponent component) {
    try {
      return component.getAccessor().invoke(tree);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
