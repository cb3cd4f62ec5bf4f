package io.omnigraph.schema.check;

import io.omnigraph.schema.catalog.Constraint;
import io.omnigraph.schema.language.Span;
import io.omnigraph.schema.syntax.Declaration;
import io.omnigraph.schema.syntax.Declaration.EdgeDeclaration;
import io.omnigraph.schema.syntax.Declaration.InterfaceDeclaration;
import io.omnigraph.schema.syntax.Declaration.NodeDeclaration;
import io.omnigraph.schema.syntax.Member.PropertyMember;
import io.omnigraph.schema.syntax.Name;
import io.omnigraph.schema.syntax.WrittenAnnotation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A node or edge type with the properties that its interfaces give it.
 *
 * @param properties its own, then the injected ones
 * @param isComplete false when an interface is unknown, so that properties may be missing
 */
record ResolvedType(Declaration declaration, List<PropertyMember> properties, boolean isComplete) {

  ResolvedType {
    properties = List.copyOf(properties);
  }

  /** A type without interfaces. */
  static ResolvedType of(Declaration declaration) {
    return new ResolvedType(declaration, declaration.properties(), true);
  }

  String name() {
    return declaration.name().text();
  }

  boolean isEdge() {
    return declaration instanceof EdgeDeclaration;
  }

  Optional<PropertyMember> property(String name) {
    return properties.stream().filter(p -> p.name().text().equals(name)).findFirst();
  }

  List<String> propertyNames() {
    return properties.stream().map(p -> p.name().text()).toList();
  }

  /** The type as messages call it: {@code node `Vessel`}. */
  String described() {
    String word =
        switch (declaration) {
          case InterfaceDeclaration _ -> "interface";
          case NodeDeclaration _ -> "node";
          case EdgeDeclaration _ -> "edge";
        };
    return word + " `" + name() + "`";
  }

  /** A property as messages call it: {@code `Vessel.name`}. */
  String described(PropertyMember property) {
    return "`" + name() + "." + property.name().text() + "`";
  }

  /** The constraints of the body as written, then those written at properties. */
  List<WrittenConstraint> constraints() {
    List<WrittenConstraint> all = new ArrayList<>();
    for (var member : declaration.constraints()) {
      all.add(new WrittenConstraint(member.constraint(), member.properties(), member.span(), true));
    }
    for (PropertyMember property : properties) {
      addShorthands(property, all);
    }
    return all;
  }

  private static void addShorthands(PropertyMember property, List<WrittenConstraint> all) {
    Set<String> seen = new HashSet<>();
    for (WrittenAnnotation annotation : property.annotations()) {
      if (seen.add(annotation.name())) {
        shorthand(annotation.name(), property.name().text())
            .map(constraint ->
                new WrittenConstraint(
                    constraint, List.of(property.name()), annotation.span(), false))
            .ifPresent(all::add);
      }
    }
  }

  private static Optional<Constraint> shorthand(String annotation, String property) {
    List<String> columns = List.of(property);
    return switch (annotation) {
      case "key" -> Optional.of(new Constraint.Key(columns));
      case "unique" -> Optional.of(new Constraint.Unique(columns));
      case "index" -> Optional.of(new Constraint.Index(columns));
      default -> Optional.empty();
    };
  }

  /**
   * A constraint and where it was written.
   *
   * @param inBody whether it stands in a body, and not at a property
   */
  record WrittenConstraint(
      Constraint constraint, List<Name> properties, Span span, boolean inBody) {

    WrittenConstraint {
      properties = List.copyOf(properties);
    }
  }
}
