package io.omnigraph.schema.check;

import io.omnigraph.ground.source.DidYouMean;
import io.omnigraph.schema.language.Problems;
import io.omnigraph.schema.syntax.Member.PropertyMember;
import io.omnigraph.schema.syntax.WrittenAnnotation;
import io.omnigraph.values.Scalar;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What annotations may stand where, and with what argument (stage D: errors 9 to 22). */
final class AnnotationRules {

  private static final Set<String> OF_PROPERTIES = Set.of("key", "unique", "index", "embed");

  private final Problems problems;

  AnnotationRules(Problems problems) {
    this.problems = problems;
  }

  void check(ResolvedType type) {
    checkHeader(type);
    for (PropertyMember property : type.properties()) {
      checkProperty(type, property);
    }
  }

  private void checkHeader(ResolvedType type) {
    Set<String> seen = new HashSet<>();
    for (WrittenAnnotation annotation : type.declaration().annotations()) {
      String name = annotation.name();
      if (OF_PROPERTIES.contains(name)) {
        problems.add(
            annotation.span(),
            type.isEdge()
                ? "@%s is not supported on edges, here %s".formatted(name, type.described())
                : "@%s is only supported on node properties%s, not on %s"
                    .formatted(
                        name,
                        name.equals("embed") ? "" : " or as body constraint",
                        type.described()),
            type.isEdge() && name.equals("key")
                ? "the key of an edge stands in the body: @key(@src, @dst)"
                : null);
      } else if (name.equals("description") || name.equals("instruction")) {
        checkText(annotation, type.described(), !seen.add(name));
      }
    }
  }

  private void checkProperty(ResolvedType type, PropertyMember property) {
    Set<String> seen = new HashSet<>();
    for (WrittenAnnotation annotation : property.annotations()) {
      String name = annotation.name();
      if (name.equals("instruction")) {
        problems.add(
            annotation.span(),
            "@instruction is only supported on node and edge types, not on property "
                + type.described(property));
      } else if (name.equals("description")) {
        checkText(annotation, "property " + type.described(property), !seen.add(name));
      } else if (OF_PROPERTIES.contains(name)) {
        Optional<String> misplaced = misplaced(annotation, type, property);
        misplaced.ifPresent(message ->
            problems.add(annotation.span(), message, remedy(annotation, type, property)));
        if (misplaced.isEmpty() && !seen.add(name)) {
          problems.add(
              annotation.span(),
              "property %s declares @%s multiple times".formatted(type.described(property), name));
        } else if (misplaced.isEmpty() && name.equals("embed")) {
          checkEmbed(annotation, type, property);
        }
      }
    }
  }

  private void checkText(WrittenAnnotation annotation, String owner, boolean repeated) {
    String value = annotation.annotation().value();
    if (repeated) {
      problems.add(
          annotation.span(), "%s declares @%s multiple times".formatted(owner, annotation.name()));
    } else if (value == null || value.isBlank()) {
      problems.add(
          annotation.span(),
          "@%s on %s requires a non-empty value".formatted(annotation.name(), owner));
    }
  }

  private static Optional<String> misplaced(
      WrittenAnnotation annotation, ResolvedType type, PropertyMember property) {
    String name = annotation.name();
    if (type.isEdge() && (name.equals("key") || name.equals("embed"))) {
      return Optional.of(
          "@%s is not supported on edge properties, here %s"
              .formatted(name, type.described(property)));
    }
    return PropertyShape.of(property.type())
        .filter(shape -> !shape.takes(name))
        .map(shape ->
            "@%s is not supported on %s property %s"
                .formatted(name, shape.word(), type.described(property)));
  }

  private static @Nullable String remedy(
      WrittenAnnotation annotation, ResolvedType type, PropertyMember property) {
    return type.isEdge() && annotation.name().equals("key")
        ? "the key of an edge stands in the body: @key(@src, @dst, %s)"
            .formatted(property.name().text())
        : null;
  }

  private void checkEmbed(
      WrittenAnnotation annotation, ResolvedType type, PropertyMember property) {
    String where = type.described(property);
    String source = annotation.annotation().value();
    if (property.type().scalar() != Scalar.VECTOR) {
      problems.add(
          annotation.span(),
          "@embed is only supported on vector properties, but %s is %s"
              .formatted(where, property.type().display()));
    } else if (source == null || source.isBlank()) {
      problems.add(
          annotation.span(), "@embed on %s requires a source property name".formatted(where));
    } else {
      type.property(source)
          .ifPresentOrElse(
              found -> checkEmbedSource(annotation, where, found),
              () -> unknownEmbedSource(annotation, source, type, where));
    }
  }

  private void checkEmbedSource(WrittenAnnotation annotation, String where, PropertyMember source) {
    if (source.type().isList() || source.type().scalar() != Scalar.STRING) {
      problems.add(
          annotation.span(),
          "the @embed source property `%s` of %s must be String, but is %s"
              .formatted(source.name().text(), where, source.type().display()));
    }
  }

  private void unknownEmbedSource(
      WrittenAnnotation annotation, String source, ResolvedType type, String where) {
    if (type.isComplete()) {
      problems.add(
          annotation.span(),
          "@embed on %s references unknown source property `%s`".formatted(where, source),
          DidYouMean.help(source, type.propertyNames()));
    }
  }
}
