package io.omnigraph.schema.migration;

import io.omnigraph.schema.canonical.ConstraintKeys;
import io.omnigraph.schema.catalog.Annotation;
import io.omnigraph.schema.catalog.Constraint;
import io.omnigraph.schema.catalog.GraphType;
import io.omnigraph.schema.catalog.Property;
import io.omnigraph.schema.migration.MigrationStep.AddConstraint;
import io.omnigraph.schema.migration.MigrationStep.AddProperty;
import io.omnigraph.schema.migration.MigrationStep.ChangePropertyType;
import io.omnigraph.schema.migration.MigrationStep.DropConstraint;
import io.omnigraph.schema.migration.MigrationStep.DropMode;
import io.omnigraph.schema.migration.MigrationStep.DropProperty;
import io.omnigraph.schema.migration.MigrationStep.RenameProperty;
import io.omnigraph.schema.migration.MigrationStep.TypeKind;
import io.omnigraph.schema.migration.MigrationStep.UnsupportedChange;
import io.omnigraph.schema.migration.MigrationStep.UpdatePropertyMetadata;
import io.omnigraph.schema.migration.MigrationStep.UpdateTypeMetadata;
import io.omnigraph.values.PropertyType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Adds the steps between an accepted type and the desired one that continues it. */
final class TypeDifference {

  private static final Set<String> DOCUMENTATION = Set.of("description", "instruction");
  private static final Set<String> COMPARED_ELSEWHERE =
      Set.of("key", "unique", "index", "rename_from", DefaultValue.ANNOTATION);

  private final List<MigrationStep> steps;

  TypeDifference(List<MigrationStep> steps) {
    this.steps = steps;
  }

  /** The annotations of the header. */
  void header(TypeKind kind, GraphType before, GraphType after) {
    annotations(
        after.tableKey(),
        before.annotations(),
        after.annotations(),
        documentation -> new UpdateTypeMetadata(kind, after.name(), documentation));
  }

  /**
   * The properties.
   *
   * @param isReceived whether some rows get a new property
   * @return the new names of renamed ones, by accepted name
   */
  Map<String, String> properties(
      TypeKind kind, GraphType before, GraphType after, Predicate<String> isReceived) {
    Matching matching =
        Matching.of(
            "property",
            before.properties().stream().map(Property::name).toList(),
            after.properties().stream()
                .map(p -> Matching.Wanted.of(p.name(), p.annotations()))
                .toList());
    for (Property wanted : after.properties()) {
      String entity = after.tableKey() + "." + wanted.name();
      switch (matching.of(wanted.name())) {
        case Matching.New() -> add(kind, after, wanted, isReceived.test(wanted.name()));
        case Matching.Refused(String reason) ->
            steps.add(new UnsupportedChange(entity, reason, null));
        case Matching.To(String name) ->
            change(kind, after, before.property(name).orElseThrow(), wanted, matching.renames());
      }
    }
    for (String name : matching.unclaimed()) {
      steps.add(new DropProperty(kind, after.name(), name, DropMode.SOFT));
    }
    return matching.renames();
  }

  private void add(TypeKind kind, GraphType type, Property wanted, boolean isReceived) {
    Optional<String> fill = DefaultValue.of(wanted);
    boolean isFree = wanted.type().isNullable() || !isReceived;
    if (isFree || fill.filter(f -> isValue(wanted, f)).isPresent()) {
      steps.add(
          new AddProperty(
              kind, type.name(), wanted.name(), wanted.type(), isFree ? null : fill.orElse(null)));
      return;
    }
    refuse(
        type.tableKey() + "." + wanted.name(),
        "adding required property '%s.%s' requires a backfill; %s"
            .formatted(
                type.name(),
                wanted.name(),
                fill.isEmpty()
                    ? "make it nullable, or give existing rows a value with @default"
                    : "the default '%s' is not a value of type %s"
                        .formatted(fill.get(), wanted.type().display())),
        LintCode.REQUIRED_PROPERTY_ADDED);
  }

  private static boolean isValue(Property property, String fill) {
    return DefaultValue.parse(property.type(), fill).isPresent();
  }

  private void change(
      TypeKind kind, GraphType type, Property known, Property wanted, Map<String, String> renames) {
    if (!known.name().equals(wanted.name())) {
      steps.add(new RenameProperty(kind, type.name(), known.name(), wanted.name()));
    }
    String entity = type.tableKey() + "." + wanted.name();
    if (!known.type().equals(wanted.type())) {
      if (isStoredAlike(known.type(), wanted.type())) {
        steps.add(
            new ChangePropertyType(kind, type.name(), wanted.name(), known.type(), wanted.type()));
      } else {
        refuse(
            entity,
            "changing property type of '%s.%s' from %s to %s is not supported"
                .formatted(
                    type.name(), wanted.name(), known.type().display(), wanted.type().display()),
            LintCode.PROPERTY_TYPE_CHANGED);
      }
    }
    annotations(
        entity,
        known.annotations().stream().map(a -> embedRenamed(a, renames)).toList(),
        wanted.annotations(),
        documentation ->
            new UpdatePropertyMetadata(kind, type.name(), wanted.name(), documentation));
  }

  /** Whether values of both types are stored in the same form, so that none has to be rewritten. */
  private static boolean isStoredAlike(PropertyType before, PropertyType after) {
    return before.scalar() == after.scalar()
        && before.dimension() == after.dimension()
        && before.isList() == after.isList();
  }

  private static Annotation embedRenamed(Annotation annotation, Map<String, String> renames) {
    String source = annotation.value();
    return annotation.name().equals("embed") && source != null
        ? new Annotation("embed", renames.getOrDefault(source, source))
        : annotation;
  }

  private void annotations(
      String entity,
      List<Annotation> before,
      List<Annotation> after,
      Function<List<Annotation>, MigrationStep> update) {
    if (!binding(before).equals(binding(after))) {
      refuse(
          entity,
          "changing annotations beyond @description/@instruction of '%s' is not supported"
              .formatted(entity.substring(entity.indexOf(':') + 1)),
          null);
    } else if (!documentation(before).equals(documentation(after))) {
      steps.add(update.apply(documentation(after)));
    }
  }

  private static List<Annotation> documentation(List<Annotation> annotations) {
    return annotations.stream().filter(a -> DOCUMENTATION.contains(a.name())).toList();
  }

  private static List<Annotation> binding(List<Annotation> annotations) {
    return annotations.stream()
        .filter(a -> !DOCUMENTATION.contains(a.name()) && !COMPARED_ELSEWHERE.contains(a.name()))
        .toList();
  }

  /**
   * The constraints.
   *
   * @param renames the new names of renamed properties, by accepted name
   */
  void constraints(TypeKind kind, GraphType before, GraphType after, Map<String, String> renames) {
    Map<String, Constraint> known =
        byKey(before.constraints().stream().map(c -> renamed(c, renames)).toList());
    Map<String, Constraint> wanted = byKey(after.constraints());
    known.forEach((key, constraint) -> {
      if (!wanted.containsKey(key)) {
        steps.add(new DropConstraint(kind, after.name(), constraint));
      }
    });
    wanted.forEach((key, constraint) -> {
      if (!known.containsKey(key)) {
        steps.add(new AddConstraint(kind, after.name(), constraint));
      }
    });
  }

  private static Map<String, Constraint> byKey(List<Constraint> constraints) {
    Map<String, Constraint> byKey = new TreeMap<>();
    for (Constraint constraint : constraints) {
      byKey.put(ConstraintKeys.key(constraint), ConstraintKeys.withSortedColumns(constraint));
    }
    return byKey;
  }

  private static Constraint renamed(Constraint constraint, Map<String, String> renames) {
    return switch (constraint) {
      case Constraint.Key(var columns) -> new Constraint.Key(renamed(columns, renames));
      case Constraint.Unique(var columns) -> new Constraint.Unique(renamed(columns, renames));
      case Constraint.Index(var columns) -> new Constraint.Index(renamed(columns, renames));
      case Constraint.Range(var property, var min, var max) ->
          new Constraint.Range(renames.getOrDefault(property, property), min, max);
      case Constraint.Check(var property, var pattern) ->
          new Constraint.Check(renames.getOrDefault(property, property), pattern);
    };
  }

  private static List<String> renamed(List<String> columns, Map<String, String> renames) {
    return columns.stream().map(c -> renames.getOrDefault(c, c)).toList();
  }

  private void refuse(String entity, String reason, @Nullable LintCode code) {
    steps.add(
        new UnsupportedChange(
            entity, reason, Optional.ofNullable(code).map(LintCode::code).orElse(null)));
  }
}
