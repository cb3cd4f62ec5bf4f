package io.omnigraph.schema.check;

import io.omnigraph.ground.source.DidYouMean;
import io.omnigraph.schema.catalog.Constraint;
import io.omnigraph.schema.catalog.GraphType.EdgeType;
import io.omnigraph.schema.check.ResolvedType.WrittenConstraint;
import io.omnigraph.schema.language.Problems;
import io.omnigraph.schema.syntax.Member.PropertyMember;
import io.omnigraph.schema.syntax.Name;
import io.omnigraph.values.Scalar;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What constraints may name, and on what types of property (stage E: errors 23 to 29). The ends of
 * an edge are written {@code @src} and {@code @dst}, or without the sign.
 */
final class ConstraintRules {

  private static final Set<String> ENDPOINTS = Set.of("src", "dst", "@src", "@dst");

  private final Problems problems;

  ConstraintRules(Problems problems) {
    this.problems = problems;
  }

  void check(ResolvedType type) {
    boolean hasKey = false;
    for (WrittenConstraint written : type.constraints()) {
      boolean isKey = written.constraint() instanceof Constraint.Key;
      // At a property of an edge, the rules for annotations have reported it.
      if (isKey && (written.inBody() || !type.isEdge())) {
        if (hasKey) {
          problems.add(
              written.span(),
              type.described() + " has multiple @key constraints",
              type.isEdge() ? null : "a key over several properties is written @key(a, b)");
          continue;
        }
        hasKey = true;
      }
      check(type, written);
    }
  }

  private void check(ResolvedType type, WrittenConstraint written) {
    String word = word(written.constraint());
    if (type.isEdge() && isForNodesOnly(written.constraint())) {
      // At a property, the rules for annotations have reported it.
      if (written.inBody()) {
        problems.add(
            written.span(),
            "@%s is not supported on edges, here %s".formatted(word, type.described()));
      }
      return;
    }
    if (type.isEdge() && written.constraint() instanceof Constraint.Key(var columns)) {
      if (!written.inBody()) {
        return;
      }
      checkMembers(type, written, columns);
    }
    for (Name name : written.properties()) {
      type.property(name.text())
          .ifPresentOrElse(
              property -> checkProperty(type, written, name, property),
              () -> unknownProperty(type, written.constraint(), name));
    }
  }

  /** The key of an edge says between what nodes the edge is, and names nothing twice. */
  private void checkMembers(ResolvedType type, WrittenConstraint written, List<String> columns) {
    if (!columns.containsAll(EdgeType.ENDS)) {
      problems.add(
          written.span(),
          "the @key of %s has to name both ends".formatted(type.described()),
          "write @key(@src, @dst), and properties after them");
    }
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < columns.size(); i++) {
      if (!seen.add(columns.get(i))) {
        Name name = written.properties().get(i);
        problems.add(
            name.span(),
            "the @key of %s names `%s` twice".formatted(type.described(), name.text()));
      }
    }
  }

  private void unknownProperty(ResolvedType type, Constraint constraint, Name name) {
    boolean isEndpoint = type.isEdge() && ENDPOINTS.contains(name.text());
    if (type.isComplete() && !isEndpoint) {
      problems.add(
          name.span(),
          "@%s on %s references unknown property `%s`"
              .formatted(word(constraint), type.described(), name.text()),
          DidYouMean.help(name.text(), type.propertyNames()));
    }
  }

  private void checkProperty(
      ResolvedType type, WrittenConstraint written, Name name, PropertyMember property) {
    switch (written.constraint()) {
      case Constraint.Key _ -> {
        if (property.type().isNullable()) {
          problems.add(
              name.span(),
              "the @key property %s cannot be nullable".formatted(type.described(property)));
        }
        checkShape(type, written, name, property);
      }
      case Constraint.Index _ -> {
        // Only a body may put an index on a list.
        if (!property.type().isList()) {
          checkShape(type, written, name, property);
        }
      }
      case Constraint.Unique _ -> {}
      case Constraint.Range _ -> {
        if (!property.type().scalar().isNumeric()) {
          wrongType(type, written, property, "a numeric type");
        }
      }
      case Constraint.Check _ -> {
        if (property.type().scalar() != Scalar.STRING) {
          wrongType(type, written, property, "String type");
        }
      }
    }
  }

  private void checkShape(
      ResolvedType type, WrittenConstraint written, Name name, PropertyMember property) {
    String word = word(written.constraint());
    // At a property, the rules for annotations have reported it.
    PropertyShape.of(property.type())
        .filter(shape -> written.inBody() && !shape.takes(word))
        .ifPresent(shape ->
            problems.add(
                name.span(),
                "@%s is not supported on %s property %s"
                    .formatted(word, shape.word(), type.described(property))));
  }

  private void wrongType(
      ResolvedType type, WrittenConstraint written, PropertyMember property, String required) {
    problems.add(
        written.span(),
        "@%s requires %s, but %s is %s"
            .formatted(
                word(written.constraint()),
                required,
                type.described(property),
                property.type().display()));
  }

  private static boolean isForNodesOnly(Constraint constraint) {
    return switch (constraint) {
      case Constraint.Range _, Constraint.Check _ -> true;
      case Constraint.Key _, Constraint.Unique _, Constraint.Index _ -> false;
    };
  }

  private static String word(Constraint constraint) {
    return switch (constraint) {
      case Constraint.Key _ -> "key";
      case Constraint.Unique _ -> "unique";
      case Constraint.Index _ -> "index";
      case Constraint.Range _ -> "range";
      case Constraint.Check _ -> "check";
    };
  }
}
