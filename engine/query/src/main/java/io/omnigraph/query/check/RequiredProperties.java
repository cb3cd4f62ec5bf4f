package io.omnigraph.query.check;

import io.omnigraph.ground.source.SourceSpan;
import io.omnigraph.query.check.CheckedStatement.Assignment;
import io.omnigraph.schema.catalog.Annotation;
import io.omnigraph.schema.catalog.GraphType;
import io.omnigraph.schema.catalog.Property;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Checks that an insert leaves nothing out that must not be null. */
record RequiredProperties(GraphType type) {

  void check(List<Assignment> assignments, SourceSpan span) {
    Set<String> assigned =
        assignments.stream().map(a -> a.property().name()).collect(Collectors.toSet());
    for (Property property : type.properties()) {
      if (!property.type().isNullable() && !assigned.contains(property.name())) {
        checkEmbedded(property, assigned, span);
      }
    }
  }

  /** A vector that is computed from another property may be left out if that one is assigned. */
  private void checkEmbedded(Property property, Set<String> assigned, SourceSpan span) {
    Optional<String> source = property.annotation("embed").map(Annotation::value);
    if (source.isPresent() && assigned.contains(source.get())) {
      return;
    }
    String missing = "`" + property.name() + "`";
    String alternatives = source.map(s -> missing + " or its source `" + s + "`").orElse(missing);
    throw TypeError.of(
        "T12", "insert of `%s` misses %s".formatted(type.name(), alternatives), span);
  }
}
